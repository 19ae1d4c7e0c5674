using Agents;
using Agents.Data;
using Experiments.Config;

namespace Experiments.Tests.Config;

/// <summary>The design each_lever: a scenario for each lever and direction.</summary>
public sealed class LeverScenariosTests : ConfigFolder
{
    private const string Head = "model: mill\nticks: 20\nscenarios: {dry: {parameters: {weir: 0.25}, interventions: [{at: 8, set: {tithe: 3}}]}, wet: {}}\n";

    [Test]
    public void Load_EachLever_MovesItByTheDoseAsFarAsThereIsRoom()
    {
        var study = Load(Head + "design: {method: each_lever, scenario: dry, at: 5, dose: 0.5}\n");
        Assert.That(study.Scenarios.Skip(2).Select(scenario => (scenario.Name, Text(study, scenario))), Is.EqualTo(new[]
        {
            ("dry-weir-up", "5 weir 0.75, 8 tithe 3"),
            ("dry-gate_weeks-up", "5 gate_weeks 28, 8 tithe 3"),
            ("dry-is_open-on", "5 is_open true, 8 tithe 3"),
            ("dry-grain-rye", "5 grain rye, 8 tithe 3"),
            ("dry-grain-old_oats", "5 grain old_oats, 8 tithe 3"),
        }), "what the scenario pulls later is left to it, and a lever without a range has no dose");
        Assert.That(study.Notes, Has.One.Contains("wheel has no range"));
        Assert.That((study.Design.Rows, study.Pairs.Count), Is.EqualTo((1, 6)));
        Assert.That(Load(study.ResolvedYaml).ResolvedYaml, Is.EqualTo(study.ResolvedYaml));
    }

    [Test]
    public void Load_DosesAndLevers_AreTakenAsTheyStand()
    {
        var study = Load(Head + "design: {method: each_lever, scenario: wet, levers: [wheel, weir], doses: {wheel: 7}, dose: 0.25}\n");
        Assert.That(study.Scenarios.Skip(2).Select(scenario => (scenario.Name, Text(study, scenario))), Is.EqualTo(new[]
        {
            ("wet-weir-up", "0 weir 0.75"), ("wet-weir-down", "0 weir 0.25"), ("wet-wheel-7", "0 wheel 7"),
        }).Or.EqualTo(new[] { ("wet-wheel-7", "0 wheel 7"), ("wet-weir-up", "0 weir 0.75"), ("wet-weir-down", "0 weir 0.25") }));
    }

    [TestCase("dose: 0.5", "design: 'scenario' is missing: the one in which the levers are pulled; the scenarios are dry, wet")]
    [TestCase("scenario: dry", "design: 'dose' is missing: the share of each lever's range by which it is moved, such as 0.5")]
    [TestCase("scenario: dry, dose: 2", "design.dose: '2' is out of range; allowed is a number more than 0 and at most 1")]
    [TestCase("scenario: dry, dose: 1, levers: [weirs]", "design.levers: 'weirs' is no lever; did you mean 'weir'?")]
    [TestCase("scenario: dry, dose: 1, levers: [stones]", "design.levers: 'stones' is no lever")]
    [TestCase("scenario: dry, dose: 1, doses: {weir: 9}", "design.doses.weir: 9 is out of range")]
    [TestCase("scenario: dry, dose: 1, at: 20", "design.at: 20 is out of range; allowed is an integer from 0 to 19")]
    [TestCase("scenario: dry, dose: 1, factors: {}", "design.factors: unknown key")]
    public void Load_WrongLevers_AreRefusedWithTheirPlace(string design, string complaint)
    {
        var problem = Assert.Throws<ConfigException>(() => Load(Head + $"design: {{method: each_lever, {design}}}\n"))!;
        Assert.That(problem.Message, Does.Contain(complaint).And.Match(@"\.yaml:4:\d+: "));
    }

    private Study Load(string text) => StudyLoader.Load(Write(text), [Definition], Overrides.None);

    private static string Text(Study study, Scenario scenario) => string.Join(", ", scenario.Interventions.Select(change =>
        $"{change.At} {string.Join(" ", change.Values.Select(value => $"{study.Catalogue.Parameters[value.Parameter].Key} {study.Catalogue.Parameters[value.Parameter].Format(value.Value)}"))}"));

    private static ModelDefinition Definition { get; } = new ModelDefinition<MillParameters>
    {
        Name = "mill",
        Summary = "A mill with levers.",
        TickUnit = "day",
        DefaultTicks = 20,
        ResultsVersion = 1,
        ModelReporters = [ModelReporter.Number<Mill>("flour", "Flour.", "", _ => 1)],
        Make = (_, seed) => new Mill(seed),
        Agents = _ => 1,
    };

    private sealed class Mill(Seed seed) : Model(seed)
    {
        protected override void Step()
        {
        }
    }
}

public enum Grain
{
    Wheat,
    Rye,
    OldOats,
}

public sealed class MillParameters
{
    [Parameter("How far the weir is up.", Min = 0, Max = 1, Lever = 1)]
    public double Weir { get; set; } = 0.5;

    [Parameter("Days for which the gate is shut.", Min = 1, Max = 50, Lever = 2)]
    public int GateWeeks { get; set; } = 3;

    [Parameter("Whether the mill is open.", Lever = 3)]
    public bool IsOpen { get; set; }

    [Parameter("What is milled.", Lever = 4)]
    public Grain Grain { get; set; }

    [Parameter("What the lord takes.", Min = 0, Max = 10, Lever = 5)]
    public double Tithe { get; set; } = 1;

    [Parameter("Turns of the wheel.", Min = 0, Lever = 6)]
    public double Wheel { get; set; } = 4;

    [Parameter("Millstones.", Min = 1)]
    public int Stones { get; set; } = 2;
}
