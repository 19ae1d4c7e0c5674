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
    public partial Trait<float> Threshold { get; }

    /// <summary>Coercive weight where nobody is disarmed.</summary>
    [Initial(Min = 0)]
    public partial Trait<float> Arms { get; }

    /// <summary>Whether the agent belongs to the pool of the right.</summary>
    public partial Trait<bool> IsOfTheRight { get; }

    /// <summary>The price of saying what one does not think, against that of standing out.</summary>
    [Initial(Min = 0)]
    public partial Trait<float> Integrity { get; }

    /// <summary>Loyalty to the leader (l), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial State<float> Loyalty { get; }

    /// <summary>Grievance (G), 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial State<float> Grievance { get; }

    /// <summary>Share of all coercive weight in the elite.</summary>
    [Initial(FollowsFrom = "arms")]
    public partial Private<float> Force { get; }

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

    /// <summary>Rent less its reference, as a share of the reference.</summary>
    public partial Scratch<float> RentGap { get; }

    /// <summary>What ideology takes from loyalty, less what other motives take, in logits.</summary>
    public partial Scratch<float> Pressure { get; }

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
