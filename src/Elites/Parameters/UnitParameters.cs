namespace Elites.Parameters;

/// <summary>M18.</summary>
public sealed class UnitParameters : Mechanism
{
}
