using System.Globalization;
using Elites.Populations;
using Elites.Street;

namespace Elites;

/// <summary>What follows from an initial state that comes from files.</summary>
public sealed partial class ElitesModel
{
    /// <summary>
    /// Gives everyone his force anew, and lets the leader see a state that files have changed. What the elite shows
    /// of its loyalty rests on what it showed before, and follows in the first step.
    /// </summary>
    public override string? AfterFilling()
    {
        if (ComplaintOfClans() is { } complaint)
            return complaint;
        Elite.Arm(Parameters.Right.Suppress);
        SeeLoyalty().Step();
        return null;
    }

    private string? ComplaintOfClans()
    {
        for (var row = 0; row < Elite.Count; row++)
        {
            if (Elite.Clan[row] >= Climate.ClanShocks.Length)
                return Line($"clan {Elite.Clan[row]} of row {row} of the elite is none of the {Climate.ClanShocks.Length} clans, which are numbered from 0 (ties.clans)");
            if (Elite.Patron[row] >= Elite.Count)
                return Line($"patron {Elite.Patron[row]} of row {row} of the elite is none of its {Elite.Count} rows, which are numbered from 0");
            var (patron, steps) = (Elite.Patron[row], 0);
            while (patron != Elite.PatronIsLeader && patron < Elite.Count && ++steps <= Elite.Count)
                patron = Elite.Patron[patron];
            if (steps > Elite.Count)
                return Line($"the patrons of row {row} of the elite lead in a circle and not to the leader (-1)");
        }
        for (var row = 0; row < Mass.Count; row++)
        {
            if (Mass.Region[row] >= Unrest.Sparks.Length)
                return Line($"region {Mass.Region[row]} of row {row} of the mass is none of the {Unrest.Sparks.Length} regions, which are numbered from 0 (ties.regions)");
        }
        return null;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
