"""The words around a trigger that change how it reads, from "failed to" to "no longer"."""
