"""A web API for FastAPI: `router(desk, who=…)`. It needs the extra: `pip install 'complaintflow[fastapi]'`.

The routes translate and decide nothing: what a person may do and see, the desk says. The host brings the users, TLS and
limits of rate.
"""

from importlib import import_module as _import

for _needed in ("anyio", "fastapi", "python_multipart"):
    try:
        _import(_needed)
    except ModuleNotFoundError as _error:
        raise ModuleNotFoundError(
            f"complaintflow.contrib.fastapi needs {_needed}: pip install 'complaintflow[fastapi]'", name=_needed
        ) from _error

from complaintflow.contrib.fastapi.routes import router  # noqa: E402
from complaintflow.contrib.fastapi.uploads import FileFolder, Upload  # noqa: E402

__all__ = ["FileFolder", "Upload", "router"]
