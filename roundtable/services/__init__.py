"""What users do: every act, whether from a screen or the plain command line, goes through here."""
