using System.Globalization;
using Agents;
using Agents.Random;
using Experiments.Analysis.Survival;

namespace Experiments.Tests.Analysis.Survival;

/// <summary>The estimators against R's survival package.</summary>
public sealed class SurvivalInRTests
{
    private const int Causes = 3;

    [OneTimeSetUp]
    public void RequireSurvival()
    {
        if (!RProgram.Has("survival"))
            Assert.Ignore("skipped: R's survival package is not installed");
    }

    [TestCase(1, 60, 20, TestName = "KaplanMeier_ManyTies_IsThatOfR")]
    [TestCase(2, 200, 1000, TestName = "KaplanMeier_FewTies_IsThatOfR")]
    public void KaplanMeierIsThatOfR(int seed, int count, int times)
    {
        var durations = Sample(seed, count, times);
        var expected = RProgram.Numbers(Data(durations) + """
            fit <- survfit(Surv(time, cause > 0) ~ 1, conf.type = "log-log")
            cat(sprintf("%.17g %.0f %.0f %.0f %.17g %.17g %.17g %.17g\n", fit$time, fit$n.risk, fit$n.event, fit$n.censor, fit$surv, summary(fit, times = fit$time)$std.err, fit$lower, fit$upper), sep = "")
            """);
        var steps = KaplanMeier.Of(durations);
        Assert.That(steps, Has.Count.EqualTo(expected.Count).And.Count.GreaterThan(10));
        foreach (var (step, row) in steps.Zip(expected))
        {
            Assert.That(new[] { step.Time, step.AtRisk, step.Events, step.Censored }, Is.EqualTo(row[..4]));
            AssertClose([step.Survival.Value, step.StandardError], row[4..6], step.Time);
            // R calls a survival of 1 its own interval; here it has none.
            if (step.Survival.Value < 1)
                AssertClose([step.Survival.Interval.Low, step.Survival.Interval.High], row[6..], step.Time);
        }
        Assert.That(steps.Count(step => !double.IsNaN(step.Survival.Interval.Low)), Is.GreaterThan(10));
    }

    [TestCase(1, 60, 20, TestName = "AalenJohansen_ManyTies_IsThatOfR")]
    [TestCase(2, 200, 1000, TestName = "AalenJohansen_FewTies_IsThatOfR")]
    public void AalenJohansenIsThatOfR(int seed, int count, int times)
    {
        var durations = Sample(seed, count, times);
        var expected = RProgram.Numbers(Data(durations) + """
            fit <- survfit(Surv(time, factor(cause, 0:3)) ~ 1, conf.type = "log-log")
            for (state in 2:4) cat(sprintf("%.17g %.17g %.17g %.17g %.17g\n", fit$time, fit$pstate[, state], fit$std.err[, state], fit$lower[, state], fit$upper[, state]), sep = "")
            """);
        var steps = AalenJohansen.Of(durations, Causes);
        Assert.That(expected, Has.Count.EqualTo(Causes * steps.Count));
        for (var cause = 0; cause < Causes; cause++)
        {
            for (var i = 0; i < steps.Count; i++)
            {
                var (own, row) = (steps[i].Causes[cause], expected[cause * steps.Count + i]);
                Assert.That(steps[i].Time, Is.EqualTo(row[0]));
                AssertClose([own.Incidence.Value, own.StandardError], row[1..3], row[0]);
                if (own.Incidence.Value > 0)
                    AssertClose([own.Incidence.Interval.Low, own.Incidence.Interval.High], row[3..], row[0]);
            }
        }
    }

    /// <summary>R takes the normal quantile where this takes Student's t, so that only its errors are compared.</summary>
    [TestCase(1, 60, 20, 7, TestName = "KaplanMeier_ClustersAndTies_HasTheErrorsOfR")]
    [TestCase(2, 200, 1000, 25, TestName = "KaplanMeier_Clusters_HasTheErrorsOfR")]
    public void KaplanMeierOfClustersIsThatOfR(int seed, int count, int times, int clusters)
    {
        var (durations, own) = (Sample(seed, count, times), Clusters(count, clusters));
        var expected = RProgram.Numbers(Data(durations) + $"""
            id <- c({string.Join(", ", own)})
            fit <- survfit(Surv(time, cause > 0) ~ 1, cluster = id)
            cat(sprintf("%.17g %.17g %.17g\n", fit$time, fit$surv, summary(fit, times = fit$time)$std.err), sep = "")
            """);
        var steps = KaplanMeier.Of(durations, own);
        Assert.That(steps, Has.Count.EqualTo(expected.Count));
        foreach (var (step, row) in steps.Zip(expected).Where(pair => pair.First.Survival.Value > 0))
            AssertClose([step.Time, step.Survival.Value, step.StandardError], row, step.Time);
    }

    /// <summary>R leaves cluster= out of account where there are several states, but gives the influences that are to be summed.</summary>
    [TestCase(1, 60, 20, 7, TestName = "AalenJohansen_ClustersAndTies_HasTheErrorsOfR")]
    [TestCase(2, 200, 1000, 25, TestName = "AalenJohansen_Clusters_HasTheErrorsOfR")]
    public void AalenJohansenOfClustersIsThatOfR(int seed, int count, int times, int clusters)
    {
        var (durations, own) = (Sample(seed, count, times), Clusters(count, clusters));
        var expected = RProgram.Numbers(Data(durations) + $"""
            id <- c({string.Join(", ", own)})
            fit <- survfit(Surv(time, factor(cause, 0:3)) ~ 1, influence = TRUE)
            errors <- sqrt(apply(fit$influence.pstate, c(2, 3), function(own) sum(rowsum(own, id)^2)))
            errors <- errors[nrow(errors) - length(fit$time) + seq_along(fit$time), ] # without time 0, which some have
            for (state in 2:4) cat(sprintf("%.17g %.17g %.17g\n", fit$time, fit$pstate[, state], errors[, state]), sep = "")
            """);
        var steps = AalenJohansen.Of(durations, Causes, own);
        Assert.That(expected, Has.Count.EqualTo(Causes * steps.Count));
        for (var cause = 0; cause < Causes; cause++)
        {
            for (var i = 0; i < steps.Count; i++)
            {
                var row = expected[cause * steps.Count + i];
                AssertClose([steps[i].Time, steps[i].Causes[cause].Incidence.Value, steps[i].Causes[cause].StandardError], row, row[0]);
            }
        }
    }

    private static int[] Clusters(int count, int clusters) => [.. Enumerable.Range(0, count).Select(i => 1 + i * i % clusters)];

    private static void AssertClose(double[] own, double[] expected, double time) =>
        Assert.That(own, Is.EqualTo(expected).Within(1e-9), $"at {time}");

    /// <summary>Three causes of different weight, and a quarter that is censored.</summary>
    private static List<Duration> Sample(int seed, int count, int times) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var draws = new Draws(Seed.Of(seed), (uint)i, 0, new Purpose(2000));
            return new Duration(1 + draws.Below(times), draws.PickWeighted([1, 1.5, 1, 0.5]) - 1);
        }),
    ];

    private static string Data(List<Duration> durations)
    {
        string List(Func<Duration, double> value) => string.Join(", ", durations.Select(one => value(one).ToString(CultureInfo.InvariantCulture)));
        return $"library(survival)\ntime <- c({List(one => one.Time)})\ncause <- c({List(one => one.Cause + 1)})\n";
    }
}
