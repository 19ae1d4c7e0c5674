namespace Elites;

/// <summary>The economy as a whole.</summary>
internal sealed class Economy : IPersistent
{
    /// <summary>Output less potential output, as a share of potential.</summary>
    public double Gap { get; set; }

    /// <summary>Potential output, in that of the start.</summary>
    public double Potential { get; set; } = 1;

    /// <summary>Defence share of output (d).</summary>
    public double DefenceShare { get; set; }

    /// <summary>Defence share of output in the war (d0), at which the defence industry was in balance.</summary>
    public required double DefenceShareInWar { get; init; }

    /// <summary>Share of defence jobs cut in this week.</summary>
    public double LayOffs { get; set; }

    /// <summary>Unemployed as a share of the labour force, weighted by persons.</summary>
    public double Unemployment { get; set; }

    /// <summary>The mean civilian wage, in that of the start.</summary>
    public double Wage => Potential * (1 + Gap);

    public void Persist(Checkpoint state)
    {
        (Gap, Potential, LayOffs, Unemployment) = (state.Value(Gap), state.Value(Potential), state.Value(LayOffs), state.Value(Unemployment));
        DefenceShare = state.Value(DefenceShare);
    }
}
