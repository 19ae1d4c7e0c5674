using Elites.Leadership;

namespace Elites.Tests.Elections;

/// <summary>Where no election is held and no rival has room, the model is what it is without either, bit for bit.</summary>
public class ElectionSwitchTests
{
    private static readonly string[] Own = ["rival_following", "rival_wanted", "vote_true", "vote_announced", "vote_stolen", "mandate"];

    [Test]
    public void Run_WarWithSuspendedElections_IsTheWarWithoutThem()
    {
        var (on, off) = (Run(p => p.Election.FirstWeek = 10), Run(p => p.Election.Enabled = false));
        Assert.That(Others(on), Is.EqualTo(Others(off)));
        Assert.That(on.EventNames.Where(name => name != Happenings.ElectionSuspended), Is.EqualTo(off.EventNames));
        Assert.That(on.EventNames, Has.Member(Happenings.ElectionSuspended));
    }

    // A rival moves nobody but by an election.
    [Test]
    public void Run_PeaceBeforeTheFirstElection_IsThePeaceWithoutElections()
    {
        static void Peace(ElitesParameters p) => (p.War.Enabled, p.Election.FirstWeek, p.Election.Emergence) = (false, 60, 52);
        var (on, off) = (Run(Peace), Run(p =>
        {
            Peace(p);
            p.Election.Enabled = false;
        }));
        var others = Others(on).Length / on.Rows.Count;
        Assert.That(on.Series("rival_following")[..60].Max(), Is.Positive);
        Assert.That(Others(on)[..(60 * others)], Is.EqualTo(Others(off)[..(60 * others)]));
        Assert.That(Others(on), Is.Not.EqualTo(Others(off)), "and the election does move them");
    }

    // S30 is one switch for what the war's control does and for what the leader thinks it is worth: 0.1 0.5 and 0.
    [TestCase(0.5)]
    [TestCase(0)]
    public void Foresight_ByTheReachOfControl(double suspension)
    {
        var model = Trial.Make();
        var full = new ForeseePeace(model.Situation, model.Parameters).Step(0.5, 0);
        model.Parameters.Election.Suspension = suspension;
        var less = new ForeseePeace(model.Situation, model.Parameters).Step(0.5, 0);
        Assert.That(full.Mutiny, Is.EqualTo(0.1).Within(1e-12));
        Assert.That(less.Mutiny, Is.EqualTo(0.1 * suspension).Within(1e-12));
        Assert.That(full.Palace - less.Palace, Is.EqualTo(0.1 * (1 - suspension)).Within(1e-12));
    }

    private static Trial Run(Action<ElitesParameters> set) => Trial.Run(1_000, 80, 2, set);

    private static double[] Others(Trial trial)
    {
        var kept = ElitesModel.Definition.ModelReporters.Select((reporter, i) => (reporter.Name, i)).Where(column => !Own.Contains(column.Name)).Select(column => column.i).ToArray();
        return [.. trial.Rows.SelectMany(row => kept.Select(i => row[i]))];
    }
}
