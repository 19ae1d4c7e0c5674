using Agents;
using Agents.Data;
using Agents.Random;

namespace Experiments.Tests.Models;

/// <summary>How the causes of the model make it fall.</summary>
public enum Rule
{
    /// <summary>The heat alone.</summary>
    Heat,

    /// <summary>Heat and wind together.</summary>
    Both,

    /// <summary>Either of heat and wind.</summary>
    Either,

    /// <summary>It falls whatever there is.</summary>
    Always,

    /// <summary>Luck: heat makes a third fall, and wind another third; a tenth fall without either.</summary>
    Luck,

    /// <summary>Half fall; the heat decides only which half.</summary>
    Shuffle,
}

public sealed class VerdictParameters
{
    [Parameter("How it falls.")]
    public Rule Rule { get; set; }

    [Parameter("Whether there is heat.")]
    public bool Heat { get; set; } = true;

    [Parameter("How much wind there is.", Min = 0)]
    public double Wind { get; set; } = 1;

    [Parameter("Rain, of which nothing comes.", Min = 0)]
    public double Rain { get; set; } = 1;

    [Parameter("Soil at the start.", Min = 0, AtStartOnly = true)]
    public double Soil { get; set; } = 1;

    [Parameter("Water let out; 2 or more drowns the heat.", Min = 0, Lever = 1)]
    public double Water { get; set; }

    [Parameter("Wind that the sluice lets in.", Min = 0, Lever = 2)]
    public double Sluice { get; set; }
}

/// <summary>It falls at tick 5, or stands to its horizon, by rules from which every cause is known by construction.</summary>
public sealed class VerdictModel(VerdictParameters parameters, Seed seed) : Model(seed)
{
    private const int Judgement = 5;

    private static readonly Purpose Lot = new(1000);

    private readonly double soil = parameters.Soil;
    private bool hasFallen;

    public override bool IsFinished => hasFallen;

    public static ModelDefinition Definition { get; } = new ModelDefinition<VerdictParameters>
    {
        Name = "verdict",
        Summary = "Falls for reasons that are known.",
        TickUnit = "day",
        DefaultTicks = 10,
        ResultsVersion = 1,
        ModelReporters = [ModelReporter.Number<VerdictModel>("soil", "The soil.", "m", model => model.soil)],
        Outcomes = [new("fell", "It fell."), new("stands", "It stands.")],
        OutcomeGroups = [new("fall", "It fell.", ["fell"])],
        Events = [new("gust", "What it is exposed to.")],
        Mechanisms =
        [
            new("H", "Heat", "test", "", "heat", "false", ""),
            new("W", "Wind", "test", "", "wind", "0", ""),
            new("R", "Rain", "test", "", "rain", "0", ""),
            new("R2", "Rain again", "test", "", "rain", "0", ""),
            new("S", "Soil", "test", "", "soil", "0", "", IsStructural: true),
            new("E", "Emerges", "test", "", "", "", ""),
        ],
        Story = (outcome, events) => [$"{outcome.Code} after {events.Count} gusts."],
        Make = (parameters, seed) => new VerdictModel(parameters, seed),
        Agents = _ => 1,
    };

    public override Outcome Classify() => hasFallen ? new("fell", Tick, false) : new("stands", Tick, true);

    protected override void Step()
    {
        Record("gust", "wind", parameters.Wind);
        if (Tick + 1 != Judgement)
            return;
        var (heat, wind) = (parameters.Heat && parameters.Water < 2, parameters.Wind + parameters.Sluice > 0);
        // One number for the run, so that the shares of a rule of luck are known run by run.
        var draws = Draws(Lot);
        var (lot, other) = (draws.Uniform(), draws.Uniform());
        hasFallen = soil > 0 && parameters.Rule switch
        {
            Rule.Heat => heat,
            Rule.Both => heat && wind,
            Rule.Either => heat || wind,
            Rule.Always => true,
            Rule.Shuffle => (heat ? lot : other) < 0.5,
            _ => lot < 0.1 || (heat && lot is > 0.3 and < 0.6) || (wind && lot > 0.7),
        };
    }

    protected override void Persist(Checkpoint state) => hasFallen = state.Value(hasFallen);
}
