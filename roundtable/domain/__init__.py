"""What a roundtable is: pure, typed, without input or output."""
