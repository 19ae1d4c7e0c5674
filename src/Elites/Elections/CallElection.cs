using Elites.Populations;
using Elites.Warfare;

namespace Elites.Elections;

/// <summary>
/// Elections come every some years, in every world. While the war's control goes far enough, one that is due is suspended
/// (The peace trap 2025), and it is held some weeks after that ends: who was to be elected is then overdue, and the next
/// date may be years away.
/// </summary>
internal readonly struct CallElection(Polls polls, Settlement settlement, Office office, Moment moment, ElectionParameters p)
{
    /// <summary>Less than the shortest tick: weeks are summed up, with errors of rounding.</summary>
    private const double NoTime = 1e-6;

    /// <returns>Whether the people vote in this tick.</returns>
    public bool Step()
    {
        if (p.Strength == 0)
            return false;
        var control = p.Control(settlement.Warness);
        if (polls.IsSuspended)
        {
            if (polls.Luck >= control)
                (polls.IsSuspended, polls.WeeksUntil) = (false, p.WeeksAfter);
            return false;
        }
        polls.WeeksUntil -= moment.Clock.Weeks;
        // With nobody in office a vote that is due waits a tick; the calendar does not.
        if (polls.WeeksUntil > NoTime || office.IsVacant)
            return false;
        polls.Luck = moment.Draws(Purposes.Suspension).Uniform();
        polls.IsSuspended = polls.Luck < control;
        if (polls.IsSuspended)
            moment.Record(Happenings.ElectionSuspended, "leader", settlement.Warness);
        else
            polls.WeeksUntil += Clock.WeeksPerYear * p.YearsBetween;
        return !polls.IsSuspended;
    }
}
