"""The white paper: one document model, composed once, rendered in several formats."""
