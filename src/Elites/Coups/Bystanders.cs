using Elites.Populations;
using Elites.Street;

namespace Elites.Coups;

/// <summary>Those outside the elite who encourage a plot: the street, and veterans who are home with a weapon.</summary>
internal sealed class Bystanders(Unrest unrest, Soldiers soldiers)
{
    /// <summary>Share of the population that protests.</summary>
    public double ActiveShare => unrest.ActiveShare;

    /// <summary>Betrayal of the armed veterans, over all soldiers, 0 to 1.</summary>
    public double ArmedBetrayal => soldiers.ArmedBetrayal();
}
