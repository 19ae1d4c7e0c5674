using System.Globalization;

namespace Elites.Study;

/// <summary>What a modeller may not expect of values that are each allowed.</summary>
internal static class Warnings
{
    /// <summary>The elite with which the defaults were calibrated.</summary>
    private const int CalibratedElite = 670;

    /// <summary>Beyond this ratio nothing was looked at: halves and doubles are carried as a range.</summary>
    private const double Far = 2;

    /// <summary>Levers that act on what follows a settlement.</summary>
    private static readonly (string Key, Func<ElitesParameters, double> Value)[] AfterSettlement =
    [
        ("settlement.territory", p => p.Settlement.Territory),
        ("settlement.reparations", p => p.Settlement.Reparations),
        ("settlement.guarantees", p => p.Settlement.Guarantees),
        ("settlement.relief", p => p.Settlement.Relief),
        ("settlement.ceasefire", p => p.Settlement.Ceasefire ? 1 : 0),
        ("settlement.wind_down_weeks", p => p.Settlement.WindDownWeeks),
        ("settlement.demobilisation_weeks", p => p.Settlement.DemobilisationWeeks),
        ("settlement.lay_off_weeks", p => p.Settlement.LayOffWeeks),
        ("settlement.conversion", p => p.Settlement.Conversion),
        ("labour.bonus_taper_weeks", p => p.Labour.BonusTaperWeeks),
        ("repression.level_at_peace", p => p.Repression.LevelAtPeace),
        ("repression.retention", p => p.Repression.Retention),
        ("narrative.victory_framing", p => p.Narrative.VictoryFraming),
        ("rent.compensation", p => p.Rent.Compensation),
        ("blame.inquiry", p => p.Blame.Inquiry),
        ("patron.disapproval", p => p.Patron.Disapproval),
        ("sanctions.relief_at_peace", p => p.Sanctions.ReliefAtPeace),
    ];

    /// <summary>What acts on those alone who come after the leader of the start.</summary>
    private static readonly (string Key, Func<ElitesParameters, double> Value)[] OfSuccessors =
    [
        ("succession.successor_age", p => p.Succession.SuccessorAge),
        ("succession.successor_age_spread", p => p.Succession.SuccessorAgeSpread),
        ("succession.successor_culpability", p => p.Succession.SuccessorCulpability),
        ("succession.contest", p => p.Succession.Contest),
        ("succession.contest_half_life", p => p.Succession.ContestHalfLife),
        ("succession.following", p => p.Succession.Following),
        ("succession.grudge", p => p.Succession.Grudge),
        ("succession.dismissals", p => p.Succession.Dismissals),
    ];

    /// <summary>The warnings of a run, one sentence each.</summary>
    /// <param name="course">The parameters at its start, and after each change.</param>
    public static IEnumerable<string> Of(IReadOnlyList<ElitesParameters> course)
    {
        var elite = course[0].Population.Elite;
        if (elite > CalibratedElite * Far || elite < CalibratedElite / Far)
            yield return string.Create(CultureInfo.InvariantCulture, $"the elite has {elite} agents, and the defaults were calibrated with {CalibratedElite}: it is a fact about a regime on which removals hang, and no resolution; the number of agents is population.agents");
        if (course[0].Run.AfterRemoval == AfterRemoval.Stop && Changed(OfSuccessors, course) is { Count: > 0 } unseen)
            yield return $"the run ends as the leader leaves (run.after_removal is stop), so that {string.Join(", ", unseen)} can change nothing";
        var idle = Changed(AfterSettlement, course);
        if (idle.Count > 0 && course.All(p => p.War.Enabled && p.Settlement.Terms < 0 && !p.Leader.Endogenous))
            yield return $"no settlement comes (settlement.terms stays -1), so that {string.Join(", ", idle)} can change no more than what is foreseen of one";
    }

    /// <summary>Those of some parameters that have another value than their default at some time of a run.</summary>
    private static List<string> Changed(IEnumerable<(string Key, Func<ElitesParameters, double> Value)> some, IReadOnlyList<ElitesParameters> course)
    {
        var defaults = new ElitesParameters();
        return [.. some.Where(one => course.Any(p => one.Value(p) != one.Value(defaults))).Select(one => one.Key)];
    }
}
