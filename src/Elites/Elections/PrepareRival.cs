using Elites.Populations;
using Elites.Street;
using Elites.Warfare;

namespace Elites.Elections;

/// <summary>
/// A rival comes up where there is room for one, gathers slowly those who would rather have him than the leader, and is
/// removed the sooner the less room there is. Effective repression takes room, and so does the war's control (The peace
/// trap 2025: rivals suppressed).
/// </summary>
internal readonly struct PrepareRival(Rival rival, Persons persons, Repression repression, Settlement settlement, Moment moment, ElectionParameters p)
{
    private readonly Clock clock = moment.Clock;

    /// <summary>The room that a rival has, 0 to 1.</summary>
    public double Room => (1 - p.Suppression * repression.Effective) * (1 - p.Control(settlement.Warness));

    public void Step()
    {
        if (p.Strength == 0)
        {
            (rival.IsThere, rival.Following, rival.Wanted) = (false, 0, 0);
            return;
        }
        ChangeField();
        rival.Wanted = Wanting();
        if (rival.IsThere)
            rival.Following += (1 - clock.Left(p.FollowingHalfLife)) * (Room * rival.Wanted - rival.Following);
    }

    private void ChangeField()
    {
        var draws = moment.Draws(Purposes.Rival);
        var comesOrGoes = draws.Chance(clock.Chance(rival.IsThere ? p.Removal * (1 - Room) : p.Strength * p.Emergence * Room));
        if (!comesOrGoes)
            return;
        if (rival.IsThere)
        {
            moment.Record(Happenings.RivalRemoved, "leader", rival.Following);
            rival.Go();
        }
        else
        {
            rival.Emerge(Math.Max(0, draws.Normal(1, p.AppealSpread)));
            moment.Record(Happenings.RivalEmerged, "rival", p.Appeal * rival.Appeal);
        }
    }

    /// <summary>
    /// Persons whose loyalty is below what they would give him. A row stands for many, who differ evenly from 0 to his
    /// appeal, so that a coarse sample gives no lumps.
    /// </summary>
    private double Wanting()
    {
        var (mass, appeal, wanting) = (persons.Mass, (float)(p.Appeal * rival.Appeal), 0.0);
        foreach (var kind in Mass.Kinds)
        {
            var rows = mass.Of(kind);
            wanting += persons.Of(kind) * (1 - Loyal(mass.Loyalty.Values[rows.From..rows.To], appeal) / rows.Count);
        }
        return Math.Max(0, wanting / persons.All);
    }

    /// <summary>The sum over rows of min(1, loyalty/appeal): four sums side by side, else each addition would wait for the one before.</summary>
    private static double Loyal(ReadOnlySpan<float> loyalty, float appeal)
    {
        var (first, second, third, fourth, row) = (0.0, 0.0, 0.0, 0.0, 0);
        for (; row + 4 <= loyalty.Length; row += 4)
        {
            first += Math.Min(appeal, loyalty[row]);
            second += Math.Min(appeal, loyalty[row + 1]);
            third += Math.Min(appeal, loyalty[row + 2]);
            fourth += Math.Min(appeal, loyalty[row + 3]);
        }
        for (; row < loyalty.Length; row++)
            first += Math.Min(appeal, loyalty[row]);
        return appeal > 0 ? (first + second + (third + fourth)) / appeal : loyalty.Length;
    }
}
