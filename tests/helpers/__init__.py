"""What the tests share: fixtures are in conftest.py, the plain code behind them is here."""
