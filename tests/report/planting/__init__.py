"""What gives somebody away, planted in finished files wherever it may stand."""
