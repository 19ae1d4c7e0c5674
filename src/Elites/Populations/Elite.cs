namespace Elites.Populations;

/// <summary>Oligarchs, generals, field officers, security officers, defence directors and ultranationalists.</summary>
internal sealed partial class Elite(Model model, Headcount counts) : Population(model, "elite", counts.Elite.Sum())
{
    /// <summary>The patron of a clan's head: the leader.</summary>
    public const int PatronIsLeader = -1;

    /// <summary>All kinds, in the order of their rows.</summary>
    public static readonly EliteKind[] Kinds = Enum.GetValues<EliteKind>();

    private readonly Rows[] rowsOfKind = Headcount.RowsOf(counts.Elite);

    /// <summary>Kind.</summary>
    [InRuns, Initial(IsKind = true)]
    public partial Trait<EliteKind> Kind { get; }

    /// <summary>Rank: 0 top, 1 middle, 2 bottom.</summary>
    [Initial(Min = 0, Max = 2)]
    public partial Trait<byte> Tier { get; }

    /// <summary>The row of the patron, or <see cref="PatronIsLeader"/>.</summary>
    [Initial(Min = PatronIsLeader)]
    public partial Trait<int> Patron { get; }

    /// <summary>The number of the clan, from 0.</summary>
    [Initial(Min = 0)]
    public partial Trait<int> Clan { get; }

    /// <summary>Ideal terms, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Trait<float> Ideal { get; }

    /// <summary>Disloyalty from which on the agent is discontent (tau), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> Threshold { get; }

    /// <summary>Persons under arms who follow the agent where nobody is disarmed.</summary>
    [Initial(Min = 0)]
    public partial Trait<float> Arms { get; }

    /// <summary>Whether the agent belongs to the pool of the right.</summary>
    public partial Trait<bool> IsOfTheRight { get; }

    /// <summary>The price of saying what one does not think, against that of standing out.</summary>
    [Initial(Min = 0)]
    public partial Trait<float> Integrity { get; }

    /// <summary>Whose people the agent hears (<see cref="Voices"/>).</summary>
    [Initial(FollowsFrom = "kind and place among it")]
    public partial Trait<int> Hears { get; }

    /// <summary>Loyalty to the leader (l), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial State<float> Loyalty { get; }

    /// <summary>Grievance (G), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial State<float> Grievance { get; }

    /// <summary>Persons under arms who follow the agent now.</summary>
    [Initial(FollowsFrom = "arms")]
    public partial Private<float> Force { get; }

    /// <summary>Those of them who can reach the capital within the rounds of an attempt; filled by PlaceForces before one is weighed.</summary>
    public partial Scratch<float> AtCapital { get; }

    /// <summary>Whether the agent took the leader's side in the attempt of this tick.</summary>
    public partial Scratch<bool> HasDefended { get; }

    /// <summary>Whether the agent, of no part in the plot, took its side in the attempt of this tick.</summary>
    public partial Scratch<bool> HasJoined { get; }

    /// <summary>Share of the agent's assets that the state has seized, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> Seized { get; }

    /// <summary>Loyalty as it shows, 0 to 1.</summary>
    [Initial(FollowsFrom = "loyalty and integrity")]
    public partial Private<float> PublicLoyalty { get; }

    /// <summary>Lasting difference of this person from others, in logits.</summary>
    public partial Private<float> Leaning { get; }

    /// <summary>The person's shock, in logits.</summary>
    public partial Private<float> Shock { get; }

    /// <summary>Reference rent, in wartime rents.</summary>
    [Initial(Min = 0.01)]
    public partial Private<float> Reference { get; }

    /// <summary>Belief in a stab in the back (SB), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> Belief { get; }

    /// <summary>Belief in victory (v_hat), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> VictoryBelief { get; }

    /// <summary>The plot that the agent is in, or 0.</summary>
    [Initial(FollowsFrom = "the plots, of which there are none at the start")]
    public partial Private<int> Plot { get; }

    /// <summary>What an appointee owes to whom he owes his post, in logits; below 0 what he holds against him.</summary>
    [Initial(Min = 0)]
    public partial Private<float> Debt { get; }

    /// <summary>Whom the agent is inclined to blame, even over persons: the leader, if below his share of the blame.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> Blamer { get; }

    /// <summary>Grievance of the people whom the agent hears: a unit, a plant, a region or all.</summary>
    [Initial(FollowsFrom = "the grievance of the mass")]
    public partial Private<float> Heard { get; }

    /// <summary>What the agent is used to hear: the average of years.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<float> HeardUsually { get; }

    /// <summary>Rent less its reference, as a share of the reference.</summary>
    public partial Scratch<float> RentGap { get; }

    /// <summary>What distance to the terms, belief in betrayal and treason take from loyalty, in logits.</summary>
    public partial Scratch<float> Ideology { get; }

    /// <summary>What rents and assets lost, inquiry, scapegoating and rival forces take from loyalty, in logits.</summary>
    public partial Scratch<float> Interest { get; }

    /// <summary>How much less disloyalty it takes the agent to defect where an amnesty would give back what was found of his wealth.</summary>
    public partial Scratch<float> Amnesty { get; }

    /// <summary>The ideology of the year before, on average.</summary>
    [Initial(FollowsFrom = "the ideology at the start")]
    public partial Private<float> IdeologyUsually { get; }

    /// <summary>The interest of the year before, on average.</summary>
    [Initial(FollowsFrom = "the interest at the start")]
    public partial Private<float> InterestUsually { get; }

    /// <summary>The rows of one kind.</summary>
    public Rows Of(EliteKind kind) => rowsOfKind[(int)kind];

    /// <summary>Gives everyone those who follow him, all of them at hand.</summary>
    /// <param name="disarmed">Share of their arms that ultranationalists have lost.</param>
    public void Arm(double disarmed)
    {
        Arms.Values.CopyTo(Force.All);
        var ultranationalists = Of(EliteKind.Ultranationalist);
        for (var row = ultranationalists.From; row < ultranationalists.To; row++)
            Force[row] *= (float)(1 - disarmed);
        Force.All.CopyTo(AtCapital.All);
    }
}
