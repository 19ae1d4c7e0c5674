using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>The first belief of the right: where growth and fading meet.</summary>
internal readonly partial struct ComeToBelieve(BelieveStabInBack belief) : IRule<Elite>
{
    public void Step(Agent<Elite> me)
    {
        if (me.IsOfTheRight)
            me.Belief = belief.Lasting;
    }
}

/// <summary>The loyalty of an elite agent to a new leader, given its patron's; its grievances are what they were.</summary>
internal readonly partial struct SideWithSuccessor(ReconsiderLoyalty loyalty) : IRule<Elite>
{
    public void Step(Agent<Elite> me) => me.Next.Loyalty = loyalty.Target(me);
}

/// <summary>The first loyalty and grievance of an elite agent, given its patron's loyalty.</summary>
internal readonly partial struct TakeSides(ReconsiderLoyalty loyalty, NurseEliteGrievance grievance) : IRule<Elite>
{
    public void Step(Agent<Elite> me)
    {
        me.Next.Loyalty = loyalty.Target(me);
        me.Next.Grievance = grievance.Target(me);
        (me.IdeologyUsually, me.InterestUsually) = (me.Ideology, me.Interest);
    }
}
