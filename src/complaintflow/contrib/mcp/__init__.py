"""A server of the Model Context Protocol for one machine. It needs the extra: `pip install 'complaintflow[mcp]'`.

`server(desk, actor)` is a server of the `mcp` SDK with the tools of `complaintflow.contrib.tools`; `serve_stdio` and
`serve_http` run it. It translates and decides nothing.
"""

from importlib import import_module as _import

for _needed in ("anyio", "mcp"):
    try:
        _import(_needed)
    except ModuleNotFoundError as _error:
        raise ModuleNotFoundError(
            f"complaintflow.contrib.mcp needs {_needed}: pip install 'complaintflow[mcp]'", name=_needed
        ) from _error

from complaintflow.contrib.mcp.server import server  # noqa: E402
from complaintflow.contrib.mcp.serving import serve_http, serve_stdio  # noqa: E402

__all__ = ["serve_http", "serve_stdio", "server"]
