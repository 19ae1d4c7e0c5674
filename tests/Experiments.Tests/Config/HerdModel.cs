using Agents;
using Agents.Data;

namespace Experiments.Tests.Config;

public enum Season
{
    DryMonths,
    Wet,
}

public sealed class HerdParameters
{
    [Section("Who there is at the start.")]
    public HerdSize Herd { get; init; } = new();

    [Section("How the herd grows.")]
    public HerdGrowth Growth { get; init; } = new();

    [Parameter("Lowest weight of an animal.", Unit = "kg", Min = 0)]
    public double LowestWeight { get; set; } = 0.1;
}

public sealed class HerdSize
{
    [Parameter("Animals at the start.", Unit = "animal", Min = 1, Max = 1000, AtStartOnly = true)]
    public int Animals { get; set; } = 10;

    [Parameter("Animals that the pasture feeds.", Unit = "animal", Min = 1)]
    public int PastureLimit { get; set; } = 100;
}

public sealed class HerdGrowth
{
    [Parameter("Growth rate r.", Unit = "per week", Min = 0, Max = 2, Source = "Verhulst 1838")]
    public double Rate { get; set; } = 0.5;

    [Parameter("Whether growth follows the seasons.")]
    public bool IsSeasonal { get; set; }

    [Parameter("The season at the start.")]
    public Season Season { get; set; } = Season.Wet;

    [Parameter("Drift of the rate.")]
    public double Drift { get; set; }
}

/// <summary>Logistic growth of a herd: a model that is small enough to test configs with.</summary>
public sealed class HerdModel(HerdParameters parameters, Seed seed) : Model(seed)
{
    public static readonly ModelDefinition Definition = new ModelDefinition<HerdParameters>
    {
        Name = "herd",
        Summary = "Logistic growth of a herd.",
        TickUnit = "week",
        DefaultTicks = 20,
        ResultsVersion = 1,
        ModelReporters =
        [
            ModelReporter.Number<HerdModel>("size", "Size of the herd.", "animal", model => model.Size),
            ModelReporter.Boolean<HerdModel>("is_full", "Whether the pasture is full.", model => model.Size >= model.Limit),
        ],
        Make = (parameters, seed) => new HerdModel(parameters, seed),
        Agents = parameters => parameters.Herd.Animals,
        Check = parameters => parameters.Herd.Animals > parameters.Herd.PastureLimit
            ? $"herd.animals ({parameters.Herd.Animals}) must not exceed herd.pasture_limit ({parameters.Herd.PastureLimit})"
            : null,
    };

    public static readonly ModelDefinition[] Models =
    [
        Definition,
        new ModelDefinition<HerdParameters>
        {
            Name = "flock",
            Summary = "The same, of birds.",
            TickUnit = "week",
            DefaultTicks = 5,
            ResultsVersion = 1,
            ModelReporters = [],
            Make = (parameters, seed) => new HerdModel(parameters, seed),
            Agents = parameters => parameters.Herd.Animals,
        },
    ];

    private double Size { get; set; } = parameters.Herd.Animals;

    private double Limit => parameters.Herd.PastureLimit;

    protected override void Step() => Size += parameters.Growth.Rate * Size * (1 - Size / Limit);
}
