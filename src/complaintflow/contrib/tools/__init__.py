"""Tools for a model: `tools_for(desk, actor)`. Each has a name, a description, a schema, and a call with plain data.

The tools translate and decide nothing: what a machine may do and see, the desk says. What customers and strangers
wrote stands in every answer in a marked form, as data and never as an instruction.
"""

from complaintflow.contrib.tools.bounds import Bounds
from complaintflow.contrib.tools.tool import Tool
from complaintflow.contrib.tools.toolbox import tools_for

__all__ = ["Bounds", "Tool", "tools_for"]
