using Agents;

namespace Classics.Tests;

public sealed class WaitingTests
{
    // L = rho / (1 - rho) = 4 and W = 1 / (mu - lambda) = 5; each counter after a warm-up is a replication.
    [Test]
    public void Counters_InTheLongRun_HaveTheKnownLineAndStay()
    {
        const int Count = 200;
        var model = new Waiting(new Waiting.Parameters { Agents = Count }, Seed.Of(1));
        Replications.Advance(model, 300);
        var before = Enumerable.Range(0, Count).Select(model.Of).ToArray();
        Replications.Advance(model, 1_000);
        var after = Enumerable.Range(0, Count).Select(model.Of).ToArray();
        var (counter, came) = (0, before.Zip(after).Average(pair => pair.Second.Came - pair.First.Came));
        var found = Replications.Of(Count, _ =>
        {
            var (start, end) = (before[counter], after[counter++]);
            return [(end.Waited - start.Waited) / 1_000, (end.Stay - start.Stay) / came, (end.Came - start.Came) / 1_000];
        });
        found[0].RequireNear(4, 0);
        found[1].RequireNear(5, 0);
        found[2].RequireNear(0.8, 0);
        Assert.That(found[0].StandardError, Is.LessThan(0.15));
    }
}
