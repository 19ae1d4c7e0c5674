namespace Elites.Parameters;

/// <summary>M5.</summary>
public sealed class PriceParameters : Mechanism
{
}
