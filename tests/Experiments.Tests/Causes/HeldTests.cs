using Experiments.Causes;
using Experiments.Config;
using Experiments.Tests.Models;

namespace Experiments.Tests.Causes;

/// <summary>A parameter that is held is what it was before a row of ticks, off from it on, and nothing else is touched.</summary>
public sealed class HeldTests
{
    private static readonly ParameterCatalogue Catalogue = new(VerdictModel.Definition);

    private readonly Cause sluice = new("sluice", "", Catalogue.Find("sluice")!, 0.0, IsLever: true, IsGround: false);

    [Test]
    public void Without_ARampThatGoesOn_IsCut()
    {
        var held = Held.Without(Ramp(), [sluice], 4);
        Assert.That(Values(held, "sluice"), Is.EqualTo(new[] { 0.0, 0, 1, 2, 0, 0, 0, 0, 0, 0 }));
        Assert.That(Values(held, "rain"), Is.EqualTo(Values(Ramp(), "rain")));
    }

    [Test]
    public void Without_FromTheStart_HoldsItThereToo()
    {
        var scenario = Ramp() with { Values = [.. Catalogue.Defaults.Select((value, index) => index == sluice.Parameter.Index ? 9.0 : value)] };
        Assert.That(Values(Held.Without(scenario, [sluice], 0), "sluice"), Is.All.Zero);
    }

    [TestCase(0, 0, CauseState.AtWork)]
    [TestCase(9, 0, CauseState.AtWork)]
    [TestCase(9, 3, CauseState.AtWork)]
    [TestCase(9, 5, CauseState.Absent)]
    public void StateOf_ALeverThatIsPulledAndPutBack_IsAtWorkUntilThen(double start, int from, CauseState state)
    {
        var scenario = new Scenario("a", [.. Catalogue.Defaults.Select((value, index) => index == sluice.Parameter.Index ? start : value)],
            [new Intervention(2, null, [(sluice.Parameter.Index, 3.0)]), new Intervention(5, null, [(sluice.Parameter.Index, 0.0)])]);
        Assert.That(Held.StateOf(scenario, sluice, from), Is.EqualTo(state));
    }

    [Test]
    public void StateOf_WhatShapesTheStart_CanOnlyBeTakenOutThere()
    {
        var soil = new Cause("S", "", Catalogue.Find("soil")!, 0.0, IsLever: false, IsGround: false);
        Assert.That(new[] { 0, 1 }.Select(from => Held.StateOf(Ramp(), soil, from)), Is.EqualTo(new[] { CauseState.AtWork, CauseState.FixedAtStart }));
    }

    private static Scenario Ramp() => new("a", Catalogue.Defaults,
        [new Intervention(1, 8, [(Catalogue.Find("rain")!.Index, 8.0), (Catalogue.Find("sluice")!.Index, 7.0)])]);

    private static double[] Values(Scenario scenario, string key) =>
        [.. Enumerable.Range(0, 10).Select(tick => (double)CombinationCheck.ValuesAt(scenario, tick)[Catalogue.Find(key)!.Index])];
}
