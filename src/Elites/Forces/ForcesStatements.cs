using Agents.Data;
using Elites.Leadership;

namespace Elites.Forces;

/// <summary>What the essays say of those who hold the arms.</summary>
internal static class ForcesStatements
{
    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S36", "Where the centre is silent, those who hold the arms do not act: concessions and unanswered protest make them doubt it", Essays.PeaceTrap, $"{nameof(OrderForces)}, {nameof(FollowPath)}", "obedience.doubt", "0", "obedience.doubt", Note: "How the leader himself overweighs the loss of control is leader.trauma."),
        new("S67", "The stress of the war lets units mutiny and the front collapse, and the elite panics", Essays.PeaceTrap, $"{nameof(WearDownMorale)}, {nameof(Mutiny)}", "units.enabled", "false", "units.intensity"),
    ];
}
