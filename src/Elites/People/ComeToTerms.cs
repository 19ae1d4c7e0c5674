using Elites.Populations;

namespace Elites.People;

/// <summary>The first state of a person: loyalty and grievance are where the war as it is would bring them.</summary>
internal readonly partial struct ComeToTerms(NurseGrievance grievance) : IRule<Mass>
{
    public void Step(Agent<Mass> me)
    {
        me.Next.Loyalty = me.Legitimacy;
        me.Next.Grievance = grievance.Target(me);
    }
}
