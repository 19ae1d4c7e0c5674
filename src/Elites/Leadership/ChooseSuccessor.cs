using Elites.Populations;

namespace Elites.Leadership;

/// <summary>Who follows.</summary>
/// <param name="Came">How he comes to office.</param>
/// <param name="Row">Which of the elite he was.</param>
/// <param name="IsContested">Whether others dispute it.</param>
internal readonly record struct Successor(Arrival Came, int Row, bool IsContested);

/// <summary>
/// R6, who removes decides who succeeds: a plot its founder; a crowd or an election a caretaker, anyone of the civil elite;
/// death an heir, of the top of the elite the one whose ideal is nearest to the leader's own, or the elite's choice, the one
/// nearest to the mean of all, by force; after rebels or an assassin the elite chooses too. Nobody disputes a plot or a rival
/// that has won, the succession by death as it comes, everyone the rest (assumed).
/// </summary>
internal readonly struct ChooseSuccessor(Office office, Elite elite, Moment moment)
{
    private const int Top = 0;

    public Successor Step() => office.Exit switch
    {
        Happenings.Removal when office.Founder >= 0 => new(Arrival.Coup, office.Founder, false),
        Happenings.Removal => new(Arrival.Crowd, Caretaker(), true),
        Happenings.Succession when office.By == Happenings.Heir => new(Arrival.Heir, Nearest(office.Leader.Ideal[0]), IsDisputed),
        Happenings.Succession => new(Arrival.Elite, Nearest(MeanIdeal()), IsDisputed),
        Happenings.RebelOrAssassin => new(Arrival.Rebels, Nearest(MeanIdeal()), true),
        _ => new(Arrival.Election, Caretaker(), false),
    };

    private bool IsDisputed => office.Details == Happenings.Contested;

    private int Caretaker()
    {
        var (oligarchs, directors) = (elite.Of(EliteKind.Oligarch), elite.Of(EliteKind.Director));
        var place = moment.Draws(Purposes.Caretaker).Below(oligarchs.Count + directors.Count);
        return place < oligarchs.Count ? oligarchs.From + place : directors.From + place - oligarchs.Count;
    }

    private int Nearest(double ideal)
    {
        var (nearest, least) = (0, double.MaxValue);
        for (var row = 0; row < elite.Count; row++)
        {
            var distance = Math.Abs(elite.Ideal[row] - ideal);
            if (elite.Tier[row] == Top && distance < least)
                (nearest, least) = (row, distance);
        }
        return nearest;
    }

    private double MeanIdeal()
    {
        var (sum, force) = (0.0, 0.0);
        for (var row = 0; row < elite.Count; row++)
            (sum, force) = (sum + elite.Force[row] * elite.Ideal[row], force + elite.Force[row]);
        return sum / Math.Max(force, double.Epsilon);
    }
}
