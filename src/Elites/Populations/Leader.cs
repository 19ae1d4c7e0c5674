using Elites.Warfare;

namespace Elites.Populations;

/// <summary>The leader: a population of one.</summary>
internal sealed partial class Leader : Population
{
    public Leader(Model model)
        : base(model, "leader", 1) => (AgreedTerms[0], Ideal[0], Culpable[0]) = (SettlementParameters.None, 1, 1);

    /// <summary>The loyalty of the elite that he commands, weighted by force, 0 to 1.</summary>
    [Initial(FollowsFrom = "what he sees of elite and people")]
    public partial Private<double> Loyalty { get; }

    /// <summary>The grievance of the population that he faces, weighted by persons, 0 to 1.</summary>
    [Initial(FollowsFrom = "what he sees of elite and people")]
    public partial Private<double> Grievance { get; }

    /// <summary>Resolve that the security forces see in him, 0 to 1.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<double> Resolve { get; }

    /// <summary>Weakness that failed attempts have shown, in logits.</summary>
    public partial Private<double> Weakness { get; }

    /// <summary>Fear of purge among the elite after failed attempts, in logits.</summary>
    public partial Private<double> PurgeFear { get; }

    /// <summary>Age, years.</summary>
    [Initial(Min = 18, Max = 120)]
    public partial Private<double> Age { get; }

    /// <summary>What he expects of going on with the war, months in office.</summary>
    [Initial(FollowsFrom = "what he reckons")]
    public partial Private<double> WarUtility { get; }

    /// <summary>What he expects of settling, months in office.</summary>
    [Initial(FollowsFrom = "what he reckons")]
    public partial Private<double> SettlementUtility { get; }

    /// <summary>The same of the war where only the state's good counts.</summary>
    [Initial(FollowsFrom = "what he reckons")]
    public partial Private<double> StateWarUtility { get; }

    /// <summary>The same of settling where only the state's good counts.</summary>
    [Initial(FollowsFrom = "what he reckons")]
    public partial Private<double> StateSettlementUtility { get; }

    /// <summary>Monthly hazard of removal that he perceives.</summary>
    [Initial(FollowsFrom = "what he reckons")]
    public partial Private<double> PerceivedHazard { get; }

    /// <summary>The same reckoned from private loyalty and grievance, without noise.</summary>
    [Initial(FollowsFrom = "what he reckons")]
    public partial Private<double> TrueHazard { get; }

    /// <summary>What he expects of an escalation, months in office; 0 where he does not think of one.</summary>
    [Initial(FollowsFrom = "what he reckons")]
    public partial Private<double> EscalationUtility { get; }

    /// <summary>The least terms for which peace is worth as much to him as war; above 1 where none are.</summary>
    [Initial(FollowsFrom = "what he reckons")]
    public partial Private<double> ReservationTerms { get; }

    /// <summary>War less settlement, months in office, by the essays' fears alone.</summary>
    [Initial(FollowsFrom = "what he reckons")]
    public partial Private<double> FearedGap { get; }

    /// <summary>The same by what he has learnt alone.</summary>
    [Initial(FollowsFrom = "what he reckons")]
    public partial Private<double> LearntGap { get; }

    /// <summary>Terms that he has agreed to where he chooses, or -1.</summary>
    [Initial(FollowsFrom = "his choice of a path")]
    public partial Private<double> AgreedTerms { get; }

    /// <summary>Whether he has chosen to escalate.</summary>
    [Initial(FollowsFrom = "his choice of a path")]
    public partial Private<bool> IsEscalating { get; }

    /// <summary>Weeks for which the war has been escalated.</summary>
    [Initial(Min = 0)]
    public partial Private<double> WeeksEscalated { get; }

    /// <summary>Repression that his crackdowns add to the level in force.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<double> Crackdown { get; }

    /// <summary>Share of the elite's lost rents that his payments make good.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<double> PayOff { get; }

    /// <summary>Share of his blame that his scapegoats have taken over.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<double> Scapegoat { get; }

    /// <summary>The terms that he would like best, 0 to 1: 1 is the victory that the leader of the start wants.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<double> Ideal { get; }

    /// <summary>How far the war is his: 1 for who was in office at its start, less for a successor.</summary>
    [Initial(Min = 0, Max = 1)]
    public partial Private<double> Culpable { get; }

    /// <summary>Whether he chooses even where the path is imposed: that is imposed on the leader of the start.</summary>
    [Initial(FollowsFrom = "his accession")]
    public partial Private<bool> Chooses { get; }

    /// <summary>What is left of the weakness of one whose accession was contested, in logits.</summary>
    [Initial(Min = 0)]
    public partial Private<double> Contest { get; }

    /// <summary>Whether he has named an heir.</summary>
    [Initial(FollowsFrom = "his remedies")]
    public partial Private<bool> HasNamedHeir { get; }
}
