namespace Elites.Populations;

/// <summary>Oligarchs, generals, field officers, security officers, defence directors and ultranationalists.</summary>
internal sealed class Elite : Population
{
    /// <summary>The patron of a clan's head: the leader.</summary>
    public const int PatronIsLeader = -1;

    /// <summary>All kinds, in the order of their rows.</summary>
    public static readonly EliteKind[] Kinds = Enum.GetValues<EliteKind>();

    private readonly Rows[] rowsOfKind;

    public Elite(Model model, Headcount counts)
        : base(model, "elite", counts.Elite.Sum())
    {
        rowsOfKind = Headcount.RowsOf(counts.Elite);
        (Kind, Tier, Patron, Clan) = (Trait<EliteKind>(), Trait<byte>(), Trait<int>(), Trait<int>());
        (Ideal, Threshold, Arms, IsOfTheRight, Integrity) = (Trait<float>(), Trait<float>(), Trait<float>(), Trait<bool>(), Trait<float>());
        (Loyalty, Grievance) = (State<float>(), State<float>());
        (Leaning, Shock, Reference, Belief) = (Private<float>(), Private<float>(), Private<float>(), Private<float>());
        (Force, Seized, PublicLoyalty) = (Private<float>(), Private<float>(), Private<float>());
        (Plot, VictoryBelief) = (Private<int>(), Private<float>());
        (RentGap, Pressure) = (Scratch<float>(), Scratch<float>());
    }

    /// <summary>Kind.</summary>
    [Initial(IsKind = true)]
    public Trait<EliteKind> Kind { get; }

    /// <summary>Rank: 0 top, 1 middle, 2 bottom.</summary>
    [Initial(Min = 0, Max = 2)]
    public Trait<byte> Tier { get; }

    /// <summary>The row of the patron, or <see cref="PatronIsLeader"/>.</summary>
    [Initial(Min = PatronIsLeader)]
    public Trait<int> Patron { get; }

    /// <summary>The number of the clan, from 0.</summary>
    [Initial(Min = 0)]
    public Trait<int> Clan { get; }

    /// <summary>Ideal terms, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Trait<float> Ideal { get; }

    /// <summary>Disloyalty from which on the agent is discontent (tau), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Trait<float> Threshold { get; }

    /// <summary>Coercive weight where nobody is disarmed.</summary>
    [Initial(Min = 0)]
    public Trait<float> Arms { get; }

    /// <summary>Whether the agent belongs to the pool of the right.</summary>
    public Trait<bool> IsOfTheRight { get; }

    /// <summary>The price of saying what one does not think, against that of standing out.</summary>
    [Initial(Min = 0)]
    public Trait<float> Integrity { get; }

    /// <summary>Loyalty to the leader (l), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public State<float> Loyalty { get; }

    /// <summary>Grievance (G), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public State<float> Grievance { get; }

    /// <summary>Share of all coercive weight in the elite.</summary>
    [Initial(FollowsFrom = "arms")]
    public Private<float> Force { get; }

    /// <summary>Share of the agent's assets that the state has seized, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Private<float> Seized { get; }

    /// <summary>Loyalty as it shows, 0 to 1.</summary>
    [Initial(FollowsFrom = "loyalty and integrity")]
    public Private<float> PublicLoyalty { get; }

    /// <summary>Lasting difference of this person from others, in logits.</summary>
    public Private<float> Leaning { get; }

    /// <summary>The person's shock, in logits.</summary>
    public Private<float> Shock { get; }

    /// <summary>Reference rent, in wartime rents.</summary>
    [Initial(Min = 0.01)]
    public Private<float> Reference { get; }

    /// <summary>Belief in a stab in the back (SB), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Private<float> Belief { get; }

    /// <summary>Belief in victory (v_hat), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public Private<float> VictoryBelief { get; }

    /// <summary>The plot that the agent is in, or 0.</summary>
    [Initial(FollowsFrom = "the plots, of which there are none at the start")]
    public Private<int> Plot { get; }

    /// <summary>Rent less its reference, as a share of the reference.</summary>
    public Scratch<float> RentGap { get; }

    /// <summary>What ideology takes from loyalty, less what other motives take, in logits.</summary>
    public Scratch<float> Pressure { get; }

    /// <summary>The rows of one kind.</summary>
    public Rows Of(EliteKind kind) => rowsOfKind[(int)kind];

    /// <summary>Gives everyone his share of all force.</summary>
    /// <param name="disarmed">Share of their arms that ultranationalists have lost.</param>
    public void ShareForce(double disarmed)
    {
        var ultranationalists = Of(EliteKind.Ultranationalist);
        var sum = 0.0;
        for (var row = 0; row < Count; row++)
        {
            var isDisarmed = row >= ultranationalists.From && row < ultranationalists.To;
            Force[row] = (float)(Arms[row] * (isDisarmed ? 1 - disarmed : 1));
            sum += Force[row];
        }
        foreach (ref var force in Force.All)
            force = (float)(force / Math.Max(sum, double.Epsilon));
    }
}

/// <summary>An elite agent as rules see it.</summary>
internal static class EliteView
{
    extension(Agent<Elite> me)
    {
        public EliteKind Kind => me.Population.Kind[me.Row];

        public float Ideal => me.Population.Ideal[me.Row];

        public float Integrity => me.Population.Integrity[me.Row];

        public ref float Seized => ref me.Population.Seized[me.Row];

        public ref float PublicLoyalty => ref me.Population.PublicLoyalty[me.Row];

        public bool IsOfTheRight => me.Population.IsOfTheRight[me.Row];

        public float Loyalty => me.Population.Loyalty[me.Row];

        public float Grievance => me.Population.Grievance[me.Row];

        public ref float Leaning => ref me.Population.Leaning[me.Row];

        public ref float Shock => ref me.Population.Shock[me.Row];

        public ref float Reference => ref me.Population.Reference[me.Row];

        public ref float Belief => ref me.Population.Belief[me.Row];

        public ref float VictoryBelief => ref me.Population.VictoryBelief[me.Row];

        public ref float RentGap => ref me.Population.RentGap[me.Row];

        public ref float Pressure => ref me.Population.Pressure[me.Row];
    }

    extension(Pending<Elite> next)
    {
        public ref float Loyalty => ref next.Population.Loyalty.Pending(next.Row);

        public ref float Grievance => ref next.Population.Grievance.Pending(next.Row);
    }
}
