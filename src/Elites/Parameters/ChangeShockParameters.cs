namespace Elites.Parameters;

/// <summary>M22.</summary>
public sealed class ChangeShockParameters : Mechanism
{
}
