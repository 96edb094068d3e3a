"""Examples with tables; each one starts without those of the one before."""

from sqlmodel import SQLModel
from sqlmodel.main import default_registry

SQLModel.metadata.clear()
default_registry.dispose()
