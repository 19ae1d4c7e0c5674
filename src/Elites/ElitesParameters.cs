using Elites.Coups;
using Elites.Diplomacy;
using Elites.Economics;
using Elites.Elections;
using Elites.EliteLoyalty;
using Elites.Forces;
using Elites.Leadership;
using Elites.People;
using Elites.Populations;
using Elites.Street;
using Elites.Veterans;
using Elites.Warfare;

namespace Elites;

/// <summary>All parameters of the model, section by section. A section that is a mechanism has a switch and an intensity.</summary>
public sealed class ElitesParameters
{
    /// <summary>The length of a tick.</summary>
    [Section("The length of a tick")]
    public TimeParameters Time { get; } = new();

    /// <summary>Whether the run goes on after a removal.</summary>
    [Section("Whether a run goes on after its leader has left")]
    public RunParameters Run { get; } = new();

    /// <summary>How many agents of each kind there are.</summary>
    [Section("How many agents of each kind there are, and how many persons they stand for")]
    public PopulationParameters Population { get; } = new();

    /// <summary>Who is tied to whom.</summary>
    [Section("Who is tied to whom: patronage, trust among conspirators, kin and acquaintances")]
    public TieParameters Ties { get; } = new();

    /// <summary>The terms that each kind would like best.</summary>
    [Section("The terms that each kind would like best")]
    public IdealParameters Ideal { get; } = new();

    /// <summary>Force.</summary>
    [Section("Persons under arms who follow an agent of each kind")]
    public ForceParameters Force { get; } = new();

    /// <summary>Rents.</summary>
    [Section("How far the rent of each kind follows the defence budget")]
    public RentParameters Rent { get; } = new();

    /// <summary>M1.</summary>
    [Section("M1: the war: losses, front, aid to the adversary, defence budget")]
    public WarParameters War { get; } = new();

    /// <summary>The settlement, imposed from outside.</summary>
    [Section("The settlement, imposed from outside")]
    public SettlementParameters Settlement { get; } = new();

    /// <summary>What each kind looks at in terms.</summary>
    [Section("What each kind looks at in the terms of a settlement")]
    public TermsParameters Terms { get; } = new();

    /// <summary>M3.</summary>
    [Section("M3: what the leader chooses, and what he expects of it")]
    public LeaderParameters Leader { get; } = new();

    /// <summary>M3.</summary>
    [Section("M3: what the leader thinks drives the risk of his removal")]
    public ForesightParameters Foresight { get; } = new();

    /// <summary>M3.</summary>
    [Section("M3: what the leader has learnt of that risk in his own world")]
    public LearntParameters Learnt { get; } = new();

    /// <summary>M3.</summary>
    [Section("M3: the state's good, in months of the leader's office")]
    public StateGoodParameters StateGood { get; } = new();

    /// <summary>M3.</summary>
    [Section("M3: the gamble of escalation")]
    public EscalationParameters Escalation { get; } = new();

    /// <summary>M3.</summary>
    [Section("M3: what the leader can do at home where he chooses")]
    public RemedyParameters Remedies { get; } = new();

    /// <summary>M2.</summary>
    [Section("M2: offers and the ratchet of demands")]
    public BargainingParameters Bargaining { get; } = new();

    /// <summary>M4.</summary>
    [Section("M4: the defence multiplier and the recession of peace")]
    public RecessionParameters Recession { get; } = new();

    /// <summary>M5.</summary>
    [Section("M5: inflation, currency and the money that the war printed")]
    public PriceParameters Prices { get; } = new();

    /// <summary>The central bank.</summary>
    [Section("The central bank's rate, which answers inflation and moves demand")]
    public CentralBankParameters CentralBank { get; } = new();

    /// <summary>Shocks.</summary>
    [Section("Shocks of growth and of the price of oil, in every world alike")]
    public ShockParameters Shocks { get; } = new();

    /// <summary>M6.</summary>
    [Section("M6: lay-offs, demobilisation and the search for jobs")]
    public LabourParameters Labour { get; } = new();

    /// <summary>M7.</summary>
    [Section("M7: hardship, felt against a reference income that adapts")]
    public HardshipParameters Hardship { get; } = new();

    /// <summary>M8.</summary>
    [Section("M8: grievance out of hardship, deprivation, betrayal and loss")]
    public GrievanceParameters Grievance { get; } = new();

    /// <summary>M9.</summary>
    [Section("M9: legitimacy by performance, by nation and by victory")]
    public LegitimacyParameters Legitimacy { get; } = new();

    /// <summary>M10.</summary>
    [Section("M10: the narrative and what people make of it")]
    public NarrativeParameters Narrative { get; } = new();

    /// <summary>M11.</summary>
    [Section("M11: repression, its justification and what people hide")]
    public RepressionParameters Repression { get; } = new();

    /// <summary>M12.</summary>
    [Section("M12: the cascade of protest")]
    public ProtestParameters Protest { get; } = new();

    /// <summary>M13.</summary>
    [Section("M13: the loyalty of the elite")]
    public LoyaltyParameters Loyalty { get; } = new();

    /// <summary>M14.</summary>
    [Section("M14: who is blamed for what the war did not bring")]
    public BlameParameters Blame { get; } = new();

    /// <summary>M15.</summary>
    [Section("M15: the palace coup as a problem of coordination")]
    public CoupParameters Coup { get; } = new();

    /// <summary>M16.</summary>
    [Section("M16: whether the security forces obey an order")]
    public ObedienceParameters Obedience { get; } = new();

    /// <summary>M17.</summary>
    [Section("M17: the armed right and the stab in the back")]
    public RightParameters Right { get; } = new();

    /// <summary>M18.</summary>
    [Section("M18: morale of units, mutiny and the collapse of the front")]
    public UnitParameters Units { get; } = new();

    /// <summary>M19.</summary>
    [Section("M19: veterans: coming home, trauma and crime")]
    public VeteranParameters Veterans { get; } = new();

    /// <summary>M20.</summary>
    [Section("M20: the patron on whom the state depends")]
    public PatronParameters Patron { get; } = new();

    /// <summary>M21.</summary>
    [Section("M21: sanctions, revenue and rents")]
    public SanctionParameters Sanctions { get; } = new();

    /// <summary>M22.</summary>
    [Section("M22: the shock of any change of policy")]
    public ChangeShockParameters ChangeShock { get; } = new();

    /// <summary>M23.</summary>
    [Section("M23: the leader's death, heir and exits from outside the model")]
    public SuccessionParameters Succession { get; } = new();

    /// <summary>M25.</summary>
    [Section("M25: what the elite believes of victory")]
    public BeliefParameters Belief { get; } = new();

    /// <summary>Elections.</summary>
    [Section("Elections, rivals and a count that can be falsified")]
    public ElectionParameters Election { get; } = new();

    /// <summary>Agents beside the elite: the leader and one of each kind of the mass.</summary>
    private const int SmallestMass = 4;

    /// <summary>The share of sanctions that peace lifts: what a settlement names, else the lever. A world without war has none to name it.</summary>
    internal double ReliefAtPeace => War.Enabled && Settlement.Relief >= 0 ? Settlement.Relief : Sanctions.ReliefAtPeace;

    /// <summary>The share of sanctions in force: fewer at peace, where part of them is lifted.</summary>
    internal double SanctionsInForce(Settlement settlement) => Sanctions.Strength * (1 - ReliefAtPeace * (1 - settlement.Warness));

    /// <summary>What is wrong with the combination, or null.</summary>
    internal string? Complaint()
    {
        var p = Population;
        if (p.Soldiers + p.DefenceWorkers >= PopulationParameters.Basis)
            return $"population.soldiers and population.defence_workers add up to {p.Soldiers + p.DefenceWorkers} of 10,000 of the mass; they must leave room for citizens, so at most {PopulationParameters.Basis - 1}";
        if (new Headcount(p) is var counts && PopulationParameters.Leaders + counts.Elite.Sum() + counts.Mass.Sum() != p.Agents)
            return $"population.agents is {p.Agents}, which leaves no mass worth sampling beside an elite of {p.Elite} (population.elite); allowed are {p.Elite + SmallestMass} agents or more";
        if (Obedience.CommandsNeeded > Obedience.Commands)
            return $"obedience.commands_needed is {Obedience.CommandsNeeded}; allowed are 1 to obedience.commands, {Obedience.Commands}";
        if (Settlement.Terms is < 0 and not SettlementParameters.None)
            return $"settlement.terms is {Settlement.Terms}; allowed are 0 to 1, or -1 while the war goes on";
        return null;
    }
}
