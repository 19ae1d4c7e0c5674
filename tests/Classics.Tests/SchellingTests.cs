namespace Classics.Tests;

public sealed class SchellingTests
{
    // Targets by independent simulation of 2,000 and 300 replications; the standard deviations are those of one run.
    [TestCase(40, 1_000, 1, 3, 1_000, new[] { 0.9084, 0.8089, 0.9983, 0.8744 }, 2_000)]
    [TestCase(100, 8_000, 2, 8, 40, new[] { 0.9516, 0.7446, 0.9996, 0.8320 }, 300)]
    public void Shares_AfterFiveAndTwentySteps_AreTheKnownOnes(int side, int agents, int radius, int need, int replications, double[] targets, int targetReplications)
    {
        var parameters = new Schelling.Parameters { Width = side, Height = side, Agents = agents, Radius = radius, Need = need };
        var found = Replications.Of(replications, seed =>
        {
            var model = new Schelling(parameters, seed);
            Replications.Advance(model, 5);
            var (happyEarly, sameEarly) = (model.ShareHappy(), model.ShareSameGroup());
            Replications.Advance(model, 15);
            return [happyEarly, sameEarly, model.ShareHappy(), model.ShareSameGroup()];
        });
        for (var value = 0; value < targets.Length; value++)
        {
            var targetError = found[value].StandardError * Math.Sqrt((double)replications / targetReplications);
            found[value].RequireNear(targets[value], 0.00005, targetError);
        }
    }
}
