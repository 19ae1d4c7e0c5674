namespace Elites;

/// <summary>War and settlement, and what the whole polity shares.</summary>
internal sealed class Politics : IPersistent
{
    /// <summary>Whether the war goes on.</summary>
    public bool IsWar { get; set; } = true;

    /// <summary>Whether a settlement was announced in this tick.</summary>
    public bool IsAnnouncement { get; set; }

    /// <summary>Terms of the settlement in force (x), 0 to 1; meaningless in war.</summary>
    public double Terms { get; set; }

    /// <summary>Weeks since the settlement was announced.</summary>
    public int WeeksSettled { get; set; }

    /// <summary>Dead and wounded so far.</summary>
    public double Casualties { get; set; }

    /// <summary>The pool of blame (BL).</summary>
    public double Blame { get; set; }

    /// <summary>The shock that the whole elite shares, in logits.</summary>
    public double RegimeShock { get; set; }

    /// <summary>Each clan's shock, in logits.</summary>
    public required double[] ClanShocks { get; init; }

    /// <summary>What is left of an incident in each region, on the scale of grievance.</summary>
    public required double[] Sparks { get; init; }

    /// <summary>Mean hardship, weighted by persons.</summary>
    public double Hardship { get; set; }

    /// <summary>Public support: mean loyalty of the mass, weighted by persons.</summary>
    public double Support { get; set; }

    /// <summary>Share of the population that protests, weighted by persons.</summary>
    public double ActiveShare { get; set; }

    /// <summary>Mean active share of each of the last 52 weeks, a ring by tick.</summary>
    public double[] YearOfActivity { get; } = new double[52];

    /// <summary>Whether the leader has been removed.</summary>
    public bool IsOver { get; set; }

    public void Persist(Checkpoint state)
    {
        (IsWar, IsAnnouncement, IsOver, WeeksSettled) = (state.Value(IsWar), state.Value(IsAnnouncement), state.Value(IsOver), state.Value(WeeksSettled));
        (Terms, Casualties, Blame, RegimeShock) = (state.Value(Terms), state.Value(Casualties), state.Value(Blame), state.Value(RegimeShock));
        (Hardship, Support, ActiveShare) = (state.Value(Hardship), state.Value(Support), state.Value(ActiveShare));
        state.Values(ClanShocks);
        state.Values(Sparks);
        state.Values(YearOfActivity);
    }

    /// <summary>Share left of something of a half-life after a number of weeks.</summary>
    public static double Left(double weeks, double halfLife) => Agents.Numerics.Functions.Exp(-0.6931471805599453 * weeks / halfLife);
}
