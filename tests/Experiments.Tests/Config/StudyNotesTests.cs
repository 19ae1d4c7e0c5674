using Agents;
using Agents.Data;
using Experiments.Config;

namespace Experiments.Tests.Config;

/// <summary>What is said of studies that can be run and do something that their author may not expect.</summary>
public sealed class StudyNotesTests : ConfigFolder
{
    [TestCase("")]
    [TestCase("measures: {every: 20}")]
    [TestCase("scenarios: {calm: {}, windy: {parameters: {wind.force: 3}}}")]
    [TestCase("scenarios: {calm: {}, gust: {interventions: [{at: 3, set: {wind.force: 3}}]}, later: {interventions: [{at: 4, set: {wind.force: 3}}]}}")]
    [TestCase("scenarios: {calm: {parameters: {wind.enabled: false}}, windy: {parameters: {wind.force: 3}}}")]
    [TestCase("parameters: {wind.force: 2}\nscenarios: {calm: {parameters: {wind.enabled: false}}, windy: {parameters: {wind.force: 3}}}")]
    [TestCase("parameters: {wind.enabled: false}\nscenarios: {calm: {}, gust: {interventions: [{at: 3, set: {wind.enabled: true}}]}}\ndesign: {method: random, points: 2, factors: {wind.force: {min: 1, max: 2}}}")]
    [TestCase("scenarios: {one: {interventions: [{at: 3, set: {wind.force: 3}}]}, other: {interventions: [{at: 3, set: {wind.force: 3}}]}}\ndesign: {method: random, points: 2, factors: {'scenarios.other.interventions[1].at': {min: 1, max: 9}}}")]
    public void Notes_OrdinaryStudy_AreNone(string lines) => Assert.That(Notes(lines), Is.Empty);

    [TestCase("measures: {every: 21}", "measures.every is 21, beyond the horizon of 20: ticks.csv shows nothing of what happens within a run")]
    [TestCase("scenarios: {a: {}, b: {parameters: {wind.force: 3}}, c: {parameters: {wind.force: 1}}}", "the scenarios a and c are the same")]
    [TestCase("scenarios: {a: {interventions: [{at: 3, set: {wind.force: 3}}]}, b: {interventions: [{at: 3, set: {wind.force: 3}}]}}", "the scenarios a and b are the same")]
    [TestCase("parameters: {wind.enabled: false, wind.force: 3}", "wind.enabled is false throughout, so that its mechanism is off whatever wind.force may be")]
    [TestCase("parameters: {wind.enabled: false}\nscenarios: {a: {}, b: {interventions: [{at: 3, set: {wind.force: 3}}]}}", "wind.enabled is false throughout, so that its mechanism is off whatever wind.force may be")]
    [TestCase("scenarios: {windy: {}, calm: {parameters: {wind.enabled: false, wind.force: 3}}}", "calm: wind.enabled is false there, so that its mechanism is off whatever wind.force may be")]
    [TestCase("scenarios: {windy: {}, calm: {parameters: {wind.enabled: false}, interventions: [{at: 3, set: {wind.force: 3}}]}}", "calm: wind.enabled is false there, so that its mechanism is off whatever wind.force may be")]
    [TestCase("parameters: {wind.enabled: false}\ndesign: {method: random, points: 2, factors: {wind.force: {min: 1, max: 2}}}", "wind.enabled is false throughout, so that its mechanism is off whatever wind.force may be")]
    [TestCase("parameters: {wind.force: 9}", "a force of 9 breaks the sails")]
    [TestCase("scenarios: {calm: {}, storm: {interventions: [{at: 2, until: 6, to: {wind.force: 8}}]}}", "storm: a force of 8 breaks the sails")]
    public void Notes_WhatIsNotExpected_IsSaidInASentence(string lines, string expected) =>
        Assert.That(Notes(lines), Is.EqualTo(new[] { expected }));

    /// <summary>What comes by a series is set, repeats nothing, and turns a mechanism on, as what comes by an intervention does.</summary>
    [TestCase("scenarios: {calm: {}, gusts: {series: {wind.force: late.csv}}}")]
    [TestCase("parameters: {wind.enabled: false, wind.force: 3}\nseries: {wind.enabled: on.csv}")]
    [TestCase("parameters: {wind.enabled: false}\nseries: {wind.force: late.csv}", "wind.enabled is false throughout, so that its mechanism is off whatever wind.force may be")]
    [TestCase("series: {wind.force: storm.csv}", "a force of 8 breaks the sails")]
    public void Notes_OfSeries_AreThoseOfInterventions(string lines, params string[] expected)
    {
        Write("tick,value\n5,3\n", "late.csv");
        Write("tick,value\n5,true\n", "on.csv");
        Write("tick,value\n5,8\n9,2\n", "storm.csv");
        Assert.That(Notes(lines), Is.EqualTo(expected));
    }

    private IReadOnlyList<string> Notes(string lines) => StudyLoader.Load(Write($"model: mill\n{lines}"), [Mill], Overrides.None).Notes;

    private static readonly ModelDefinition Mill = new ModelDefinition<MillParameters>
    {
        Name = "mill",
        Summary = "A windmill.",
        TickUnit = "hour",
        DefaultTicks = 20,
        ResultsVersion = 1,
        ModelReporters = [ModelReporter.Number<MillModel>("flour", "Flour so far.", "kg", _ => 0)],
        Make = (_, seed) => new MillModel(seed),
        Agents = _ => 1,
        Warn = course => course.Select(parameters => parameters.Wind.Force).Where(force => force > 7).Select(force => $"a force of {force} breaks the sails"),
    };

    private sealed class MillModel(Seed seed) : Model(seed)
    {
        protected override void Step()
        {
        }
    }

    private sealed class MillParameters
    {
        [Section("The wind.")]
        public WindParameters Wind { get; } = new();
    }

    private sealed class WindParameters
    {
        [Parameter("Whether it blows.", Source = "switch")]
        public bool Enabled { get; set; } = true;

        [Parameter("Its force.", Min = 0, Max = 12)]
        public double Force { get; set; } = 1;
    }
}
