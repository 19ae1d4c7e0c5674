using Agents.Random;

namespace Elites.Tests.Limits;

/// <summary>M12 alone, with arrests, is Epstein's civil violence (2002) on a network: quiet, and punctuated outbursts (V18).</summary>
public class OutburstLimitTests
{
    private const int Weeks = 250;

    // Most weeks are quiet, and now and then a tenth of the people is out; without the rounding of C/A nothing happens.
    [Test]
    public void Run_WholeArresters_QuietIsPunctuatedByOutbursts()
    {
        var whole = Activity(legitimacy: 0.75, isWhole: true);
        var fractional = Activity(legitimacy: 0.75, isWhole: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Median(whole), Is.LessThan(0.02));
            Assert.That(whole.Max(), Is.GreaterThan(0.08));
            Assert.That(Outbursts(whole), Is.GreaterThanOrEqualTo(3));
            Assert.That(fractional.Max(), Is.LessThan(0.02));
        }
    }

    [Test]
    public void Run_LowerLegitimacy_BurstsOutLarger() =>
        Assert.That(Activity(legitimacy: 0.7).Max(), Is.GreaterThan(1.5 * Activity(legitimacy: 0.8).Max()));

    [Test]
    public void Run_SlowerArrests_LeaveMoreInTheStreet() =>
        Assert.That(Activity(legitimacy: 0.8, arrest: 0.5).Average(), Is.GreaterThan(1.5 * Activity(legitimacy: 0.8).Average()));

    private static double Median(double[] activity) => activity.Order().ElementAt(activity.Length / 2);

    private static int Outbursts(double[] activity) => Enumerable.Range(1, activity.Length - 1).Count(week => activity[week] > 0.05 && activity[week - 1] <= 0.05);

    /// <summary>The share of people who are active, from the week on in which the first jail terms are over.</summary>
    private static double[] Activity(double legitimacy, bool isWhole = true, double arrest = 1)
    {
        var model = Crowd.Make(2_000, 1, p =>
        {
            (p.Ties.Acquaintances, p.Ties.WeakTies, p.Repression.Level) = (64, 0, 1);
            (p.Protest.WholeCops, p.Protest.Arresters) = (isWhole, 3);
            (p.Obedience.NoticedShare, p.Obedience.Arrest, p.Obedience.LongestSentence) = (0, arrest, 25);
        });
        // Epstein 2002: G = H (1 - L), T = 0.1, H and R evenly from 0 to 1.
        var mass = model.Mass;
        for (var row = 0; row < mass.Count; row++)
        {
            var draws = new Draws(model.Seed, mass.Ids[row], 0, Purposes.Birth);
            (mass.Threshold.Initial[row], mass.RiskAversion.Initial[row]) = (0.1f, draws.UniformSingle());
            mass.Grievance.Next[row] = (float)((1 - legitimacy) * draws.UniformSingle());
        }
        Stage.Give(mass.Grievance, 0, mass.Grievance.Next[0]);
        var activity = new double[Weeks];
        for (var week = -50; week < Weeks; week++)
        {
            model.Advance();
            if (week >= 0)
                activity[week] = Crowd.Active(model) / (double)mass.Count;
        }
        return activity;
    }
}
