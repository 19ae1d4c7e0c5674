using Agents;

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

    internal int Agents => Herd.Animals;

    internal string? Complaint() =>
        Herd.Animals > Herd.PastureLimit ? $"herd.animals ({Herd.Animals}) must not exceed herd.pasture_limit ({Herd.PastureLimit})" : null;
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
[Model("herd", "Logistic growth of a herd.", TickUnit = "week", DefaultTicks = 20)]
public sealed partial class HerdModel(HerdParameters parameters, Seed seed) : Model(seed)
{
    public static readonly ModelDefinition[] Models =
    [
        Definition,
        (ModelDefinition<HerdParameters>)Definition with { Name = "flock", Summary = "The same, of birds.", DefaultTicks = 5, ModelReporters = [], Check = _ => null },
    ];

    [Measure("Size of the herd.", Unit = "animal")]
    private double Size { get; set; } = parameters.Herd.Animals;

    [Measure("Whether the pasture is full.")]
    private bool IsFull => Size >= Limit;

    private double Limit => parameters.Herd.PastureLimit;

    protected override void Step() => Size += parameters.Growth.Rate * Size * (1 - Size / Limit);
}
