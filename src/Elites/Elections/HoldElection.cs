using Elites.Populations;
using Elites.Street;

namespace Elites.Elections;

/// <summary>
/// The vote. Those who follow the rival vote for him, those who would rather have the leader vote for the leader, and who
/// wants a rival but has not come to follow him stays at home. What is missing of a half is stolen, as far as repression
/// controls the count (Simpser 2013). Where more is missing the leader clings to office if he trusts the forces to hold
/// (Magaloni 2010), by a theft as large as it takes; otherwise he has lost, and goes.
/// </summary>
internal readonly struct HoldElection(Polls polls, Rival rival, Repression repression, Office office, Moment moment, ElectionParameters p)
{
    private const double Majority = 0.5;

    /// <summary>The share of the vote that control of the count can add.</summary>
    public double WithinReach => p.Theft * repression.Effective;

    /// <param name="wouldHold">Whether the leader trusts the forces.</param>
    /// <returns>Whether he stays in office.</returns>
    public bool Step(bool wouldHold)
    {
        polls.ForLeader = 1 - rival.Wanted;
        var cast = polls.ForLeader + rival.Following;
        polls.TrueShare = rival.Following > 0 ? polls.ForLeader / cast : 1;
        polls.AnnouncedShare = polls.TrueShare;
        var missing = Majority - polls.TrueShare;
        if (missing <= 0)
        {
            Record("won", rival.IsThere ? "against a rival" : "without a rival");
        }
        else if (missing <= WithinReach || wouldHold)
        {
            polls.AnnouncedShare = Majority;
            Record("stolen", missing <= WithinReach ? "within reach" : "clings to office");
        }
        else
        {
            Record("lost", "concedes");
            office.Leave(moment, Happenings.ElectionLost, "rival", 1 - polls.TrueShare, "");
            rival.Go();
            return false;
        }
        return true;
    }

    private void Record(string how, string details) => moment.Record(Happenings.ElectionHeld, how, polls.TrueShare, details);
}
