namespace Elites.Populations;

/// <summary>Soldiers and veterans, defence workers and citizens.</summary>
internal sealed partial class Mass(Model model, Headcount counts) : Population(model, "mass", counts.Mass.Sum())
{
    /// <summary>All kinds, in the order of their rows.</summary>
    public static readonly MassKind[] Kinds = Enum.GetValues<MassKind>();

    private readonly Rows[] rowsOfKind = Headcount.RowsOf(counts.Mass);

    /// <summary>Kind.</summary>
    [InRuns, Initial(IsKind = true)]
    public partial Trait<MassKind> Kind { get; }

    /// <summary>Hardship at the reference income (h0), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Trait<float> Floor { get; }

    /// <summary>Risk aversion (R), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Trait<float> RiskAversion { get; }

    /// <summary>Net grievance from which on the person protests (T).</summary>
    public partial Trait<float> Threshold { get; }

    /// <summary>Ideal terms, 0 to 1: a soldier's betrayal and a citizen's support for a settlement are measured from them.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Trait<float> Ideal { get; }

    /// <summary>Credence that the person gives to the state's narrative, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Trait<float> Credence { get; }

    /// <summary>Belief in the narrative that the person would hold alone, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Trait<float> Conviction { get; }

    /// <summary>Share of the channels followed that hands on what ultranationalists say, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Trait<float> ChannelDiet { get; }

    /// <summary>Belief in the narrative (o), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial State<float> Opinion { get; }

    /// <summary>Belief in the narrative at the start, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> FirstOpinion { get; }

    /// <summary>How the last change of policy struck the person, in standard deviations.</summary>
    public partial Private<float> Unsettled { get; }

    /// <summary>Loyalty that the person shows in public, 0 to 1.</summary>
    public partial Scratch<float> PublicLoyalty { get; }

    /// <summary>Region, from 0.</summary>
    [Initial(Min = 0)]
    public partial Trait<int> Region { get; }

    /// <summary>Civil wages of the person's region, in the mean of all regions.</summary>
    [Initial(Min = 0)]
    public partial Trait<float> WageLevel { get; }

    /// <summary>How much more or less than others a defence worker's plant is hit by lay-offs, 1 on average.</summary>
    [Initial(Min = 0)]
    public partial Trait<float> Exposure { get; }

    /// <summary>Loyalty: legitimacy as the person has come to feel it, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial State<float> Loyalty { get; }

    /// <summary>Grievance (G), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial State<float> Grievance { get; }

    /// <summary>True while the person protests.</summary>
    [Initial(FollowsFrom = "protest, of which there is none at the start")]
    public partial State<bool> IsActive { get; }

    /// <summary>Reference income, in mean civilian wages of the start.</summary>
    [Initial(Min = 0.01)]
    public partial Private<float> Reference { get; }

    /// <summary>What the settlement hurts beside the purse, 0 to 1: a soldier's betrayal, a defence worker's lost standing.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> Betrayal { get; }

    /// <summary>Where the income comes from.</summary>
    [Initial(FollowsFrom = "kind, parameters and war")]
    public partial Private<Job> Job { get; }

    /// <summary>Whether one of the household is dead or wounded.</summary>
    public partial Private<bool> HasLostKin { get; }

    /// <summary>Ticks in jail that are left.</summary>
    [Initial(Min = 0)]
    public partial Private<int> Sentence { get; }

    /// <summary>Income of the week, in mean civilian wages of the start.</summary>
    public partial Scratch<float> Income { get; }

    /// <summary>Hardship (H), 0 to 1.</summary>
    public partial Scratch<float> Hardship { get; }

    /// <summary>Legitimacy belief (L), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> Legitimacy { get; }

    /// <summary>What the war pays the household beside the person's own wage, in mean civilian wages, before any taper.</summary>
    [Initial(FollowsFrom = "the soldiers of the household")]
    public partial Private<float> Windfall { get; }

    /// <summary>Post-traumatic stress (ptsd), 0 to 1; felt once a soldier is home.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> Trauma { get; }

    /// <summary>Share of the persons that a soldier's row stands for who are organised as veterans, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> Organised { get; }

    /// <summary>A soldier's record.</summary>
    [Initial(FollowsFrom = "kind, parameters and war")]
    public partial Private<Service> Service { get; }

    /// <summary>The rows of one kind.</summary>
    public Rows Of(MassKind kind) => rowsOfKind[(int)kind];
}
