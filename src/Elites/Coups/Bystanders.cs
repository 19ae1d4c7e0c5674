using Elites.Populations;
using Elites.Street;

namespace Elites.Coups;

/// <summary>Those outside the elite who encourage a plot or follow it: the street, and veterans.</summary>
internal sealed record Bystanders(Unrest Unrest, Soldiers Soldiers)
{
    /// <summary>Room for the plots to which those of one place are tied.</summary>
    public List<Plot> Tied { get; } = [];
}
