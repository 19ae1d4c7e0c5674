using Agents;
using Classics;
using Elites;

namespace Cli;

/// <summary>The models that a config can name.</summary>
internal static class Models
{
    public static IReadOnlyList<ModelDefinition> All { get; } =
    [
        ElitesModel.Definition,
        Boltzmann.Definition,
        Schelling.Definition,
        CivilViolence.Definition,
        InfluenceKernel.Definition,
        Granovetter.Definition,
        DeGroot.Definition,
        Sir.Definition,
        Voter.Definition,
        Moran.Definition,
        Deffuant.Definition,
        Axelrod.Definition,
        Waiting.Definition,
    ];
}
