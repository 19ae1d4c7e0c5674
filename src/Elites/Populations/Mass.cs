using Agents.Random;

namespace Elites.Populations;

/// <summary>Soldiers and veterans, defence workers and citizens.</summary>
internal sealed class Mass : Population
{
    /// <summary>All kinds, in the order of their rows.</summary>
    public static readonly MassKind[] Kinds = Enum.GetValues<MassKind>();

    private readonly Rows[] rowsOfKind;

    public Mass(Model model, Headcount counts)
        : base(model, "mass", counts.Mass.Sum())
    {
        rowsOfKind = Headcount.RowsOf(counts.Mass);
        (Kind, Floor, RiskAversion, Threshold) = (Trait<MassKind>(), Trait<float>(), Trait<float>(), Trait<float>());
        (Conviction, ChannelDiet, Opinion) = (Trait<float>(), Trait<float>(), State<float>());
        (FirstOpinion, Unsettled, PublicLoyalty) = (Private<float>(), Private<float>(), Scratch<float>());
        (Ideal, Credence, Region, WageLevel, Exposure) = (Trait<float>(), Trait<float>(), Trait<int>(), Trait<float>(), Trait<float>());
        (Loyalty, Grievance, IsActive) = (State<float>(), State<float>(), State<byte>());
        (Reference, Betrayal, Job, HasLostKin, Sentence) = (Private<float>(), Private<float>(), Private<Job>(), Private<bool>(), Private<int>());
        (Legitimacy, Windfall, Trauma, Service) = (Private<float>(), Private<float>(), Private<float>(), Private<Service>());
        (Income, Hardship) = (Scratch<float>(), Scratch<float>());
    }

    /// <summary>Kind.</summary>
    [Initial(IsKind = true)]
    public Trait<MassKind> Kind { get; }

    /// <summary>Hardship at the reference income (h0), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Trait<float> Floor { get; }

    /// <summary>Risk aversion (R), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Trait<float> RiskAversion { get; }

    /// <summary>Net grievance from which on the person protests (T).</summary>
    public Trait<float> Threshold { get; }

    /// <summary>Ideal terms, 0 to 1: a soldier's betrayal and a citizen's support for a settlement are measured from them.</summary>
    [Initial(Min = 0, Max = 1)]
    public Trait<float> Ideal { get; }

    /// <summary>Credence that the person gives to the state's narrative, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Trait<float> Credence { get; }

    /// <summary>Belief in the narrative that the person would hold alone, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Trait<float> Conviction { get; }

    /// <summary>Share of the channels followed that hands on what ultranationalists say, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Trait<float> ChannelDiet { get; }

    /// <summary>Belief in the narrative (o), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public State<float> Opinion { get; }

    /// <summary>Belief in the narrative at the start, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Private<float> FirstOpinion { get; }

    /// <summary>How the last change of policy struck the person, in standard deviations.</summary>
    public Private<float> Unsettled { get; }

    /// <summary>Loyalty that the person shows in public, 0 to 1.</summary>
    public Scratch<float> PublicLoyalty { get; }

    /// <summary>Region, from 0.</summary>
    [Initial(Min = 0)]
    public Trait<int> Region { get; }

    /// <summary>Civil wages of the person's region, in the mean of all regions.</summary>
    [Initial(Min = 0)]
    public Trait<float> WageLevel { get; }

    /// <summary>How much more or less than others a defence worker's plant is hit by lay-offs, 1 on average.</summary>
    [Initial(Min = 0)]
    public Trait<float> Exposure { get; }

    /// <summary>Loyalty: legitimacy as the person has come to feel it, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public State<float> Loyalty { get; }

    /// <summary>Grievance (G), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public State<float> Grievance { get; }

    /// <summary>1 while the person protests.</summary>
    [Initial(FollowsFrom = "protest, of which there is none at the start")]
    public State<byte> IsActive { get; }

    /// <summary>Reference income, in mean civilian wages of the start.</summary>
    [Initial(Min = 0.01)]
    public Private<float> Reference { get; }

    /// <summary>What the settlement hurts beside the purse, 0 to 1: a soldier's betrayal, a defence worker's lost standing.</summary>
    [Initial(Min = 0, Max = 1)]
    public Private<float> Betrayal { get; }

    /// <summary>Where the income comes from.</summary>
    [Initial(FollowsFrom = "kind, parameters and war")]
    public Private<Job> Job { get; }

    /// <summary>Whether one of the household is dead or wounded.</summary>
    public Private<bool> HasLostKin { get; }

    /// <summary>Ticks in jail that are left.</summary>
    [Initial(Min = 0)]
    public Private<int> Sentence { get; }

    /// <summary>Income of the week, in mean civilian wages of the start.</summary>
    public Scratch<float> Income { get; }

    /// <summary>Hardship (H), 0 to 1.</summary>
    public Scratch<float> Hardship { get; }

    /// <summary>Legitimacy belief (L), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Private<float> Legitimacy { get; }

    /// <summary>What the war pays the household beside the person's own wage, in mean civilian wages, before any taper.</summary>
    [Initial(FollowsFrom = "the soldiers of the household")]
    public Private<float> Windfall { get; }

    /// <summary>Post-traumatic stress (ptsd), 0 to 1; felt once a soldier is home.</summary>
    [Initial(Min = 0, Max = 1)]
    public Private<float> Trauma { get; }

    /// <summary>A soldier's record.</summary>
    [Initial(FollowsFrom = "kind, parameters and war")]
    public Private<Service> Service { get; }

    /// <summary>The rows of one kind.</summary>
    public Rows Of(MassKind kind) => rowsOfKind[(int)kind];

    /// <summary>
    /// The first number of a row's draws for a purpose at this tick, from 0 to less than 1. Ask it of some rows in their
    /// order and leave none out: they are drawn a block at a time.
    /// </summary>
    /// <param name="row">One of the rows.</param>
    /// <param name="rows">All that are asked.</param>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="room">Memory for a block of numbers, the same for all of the rows.</param>
    public float Luck(int row, Rows rows, Purpose purpose, Span<float> room)
    {
        var place = (row - rows.From) % BlockSize;
        if (place == 0)
        {
            var ids = Ids[row..Math.Min(row + BlockSize, rows.To)];
            Draws.FillUniform(ids, Model.Seed, (uint)Model.Tick, purpose, room[..ids.Length]);
        }
        return room[place];
    }
}

/// <summary>A person as rules see it.</summary>
internal static class MassView
{
    extension(Agent<Mass> me)
    {
        public MassKind Kind => me.Population.Kind[me.Row];

        public float Floor => me.Population.Floor[me.Row];

        public float RiskAversion => me.Population.RiskAversion[me.Row];

        public float Threshold => me.Population.Threshold[me.Row];

        public float Ideal => me.Population.Ideal[me.Row];

        public float Credence => me.Population.Credence[me.Row];

        public float Conviction => me.Population.Conviction[me.Row];

        public float ChannelDiet => me.Population.ChannelDiet[me.Row];

        public float Opinion => me.Population.Opinion[me.Row];

        public float FirstOpinion => me.Population.FirstOpinion[me.Row];

        public ref float Unsettled => ref me.Population.Unsettled[me.Row];

        public ref float PublicLoyalty => ref me.Population.PublicLoyalty[me.Row];

        public int Region => me.Population.Region[me.Row];

        public float WageLevel => me.Population.WageLevel[me.Row];

        public float Exposure => me.Population.Exposure[me.Row];

        public float Loyalty => me.Population.Loyalty[me.Row];

        public float Grievance => me.Population.Grievance[me.Row];

        public bool IsActive => me.Population.IsActive[me.Row] != 0;

        public ref float Reference => ref me.Population.Reference[me.Row];

        public ref float Betrayal => ref me.Population.Betrayal[me.Row];

        public ref Job Job => ref me.Population.Job[me.Row];

        public ref bool HasLostKin => ref me.Population.HasLostKin[me.Row];

        public ref int Sentence => ref me.Population.Sentence[me.Row];

        public ref float Income => ref me.Population.Income[me.Row];

        public ref float Hardship => ref me.Population.Hardship[me.Row];

        public ref float Legitimacy => ref me.Population.Legitimacy[me.Row];

        public ref float Windfall => ref me.Population.Windfall[me.Row];

        public ref float Trauma => ref me.Population.Trauma[me.Row];

        public ref Service Service => ref me.Population.Service[me.Row];
    }

    extension(Pending<Mass> next)
    {
        public ref float Loyalty => ref next.Population.Loyalty.Pending(next.Row);

        public ref float Grievance => ref next.Population.Grievance.Pending(next.Row);

        public ref float Opinion => ref next.Population.Opinion.Pending(next.Row);

        public ref byte IsActive => ref next.Population.IsActive.Pending(next.Row);
    }
}
