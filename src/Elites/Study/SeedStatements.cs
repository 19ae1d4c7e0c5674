using System.Globalization;
using Agents.Data;
using Elites.Diplomacy;
using Elites.Economics;
using Elites.Elections;
using Elites.EliteLoyalty;
using Elites.Forces;
using Elites.Leadership;
using Elites.People;
using Elites.Street;
using Elites.Veterans;
using Elites.Warfare;

namespace Elites.Study;

/// <summary>
/// The statements of two essays (A: Aron 2025; B: "The peace trap" 2025), S1 to S83, each with the rule that carries it and
/// the parameter that removes it. Every room has its own.
/// </summary>
internal static class SeedStatements
{
    /// <summary>All statements, by number.</summary>
    public static IReadOnlyList<Mechanism> All { get; } =
    [
        .. new[]
            {
                WarfareStatements.All,
                DiplomacyStatements.All,
                EconomicsStatements.All,
                VeteransStatements.All,
                PeopleStatements.All,
                StreetStatements.All,
                EliteLoyaltyStatements.All,
                ForcesStatements.All,
                LeadershipStatements.All,
                ElectionsStatements.All,
            }
            .SelectMany(statements => statements)
            .OrderBy(statement => int.Parse(statement.Id.AsSpan(1), CultureInfo.InvariantCulture)),
    ];
}
