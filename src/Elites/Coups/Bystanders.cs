using Elites.Populations;
using Elites.Street;

namespace Elites.Coups;

/// <summary>Those outside the elite who encourage a plot or follow it: the street, and veterans.</summary>
internal sealed record Bystanders(Unrest Unrest, Soldiers Soldiers);
