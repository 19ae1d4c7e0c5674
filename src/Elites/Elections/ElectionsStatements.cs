using Agents.Data;
using Elites.Leadership;

namespace Elites.Elections;

/// <summary>What the essays say of elections and rivals.</summary>
internal static class ElectionsStatements
{
    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S30", "War gives control: emergency powers, no elections, rivals suppressed, one narrative", Essays.PeaceTrap, $"{nameof(CallElection)}, {nameof(PrepareRival)}, {nameof(ForeseePeace)}", "election.suspension", "0", "election.suspension", Note: "What the leader thinks it is worth is leader.control times it."),
    ];
}
