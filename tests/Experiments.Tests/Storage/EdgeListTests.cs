using System.Text;
using Agents;
using Agents.Random;
using Agents.Spaces;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Tests.Storage;

public sealed class EdgeListTests
{
    [Test]
    public void Read_WhatWasWritten_IsTheSameNetwork([Values] bool isDirected, [Values] bool hasWeights)
    {
        var links = Network.ErdosRenyiLinks(Seed.Of(1), Purpose.Link, 30, 4).ToArray();
        var network = Network.FromLinks(30, links, isDirected);
        var weights = network.AddColumn<double>(links, [.. links.Select(link => link.From / 7.0 - link.To)]);
        var (read, found) = Read(Write(network, hasWeights ? weights : null), 30, isDirected);
        Assert.That(read.LinkCount, Is.EqualTo(network.LinkCount));
        foreach (var node in Enumerable.Range(0, 30))
        {
            Assert.That(read.Neighbours(node).ToArray(), Is.EqualTo(network.Neighbours(node).ToArray()));
            Assert.That(found[node].ToArray(), Is.EqualTo(hasWeights ? weights[node].ToArray() : found[node].ToArray().Select(_ => 1.0)));
        }
    }

    [Test]
    public void Write_SmallNetwork_IsPlain()
    {
        var network = Network.FromLinks(3, [new(2, 0), new(0, 1)], isDirected: false);
        var weights = network.AddColumn<float>([new(2, 0), new(0, 1)], [0.5f, 2]);
        Assert.That(Write(network, weights), Is.EqualTo("source,target,weight\n1,2,2\n1,3,0.5\n"));
        Assert.That(Write(network, null), Is.EqualTo("source,target\n1,2\n1,3\n"));
        Assert.That(() => Write(network, network.AddColumn(double.NaN)), Throws.InvalidOperationException);
    }

    [Test]
    public void Read_NoNumberOfNodes_GoesUpToTheGreatest() => Assert.That(Read("source,target\n1,9\n", 0, true).Network.Count, Is.EqualTo(9));

    [TestCase("source,target\n1,4\n", "ties.csv:2:1: source: the link leads out of the 3 nodes")]
    [TestCase("source,target\n1,2\n2,1\n", "ties.csv:3:1: source: line 2 has the link already")]
    [TestCase("source,target,weight\n1,2,much\n", "ties.csv:2:5: weight: 'much' is not a number")]
    [TestCase("from,to\n1,2\n", "ties.csv:1:1: from: an edge list has no such column")]
    public void Read_WrongList_IsToldWhere(string text, string complaint) =>
        Assert.That(() => Read(text, 3, false), Throws.TypeOf<ConfigException>().With.Message.StartsWith(complaint));

    private static string Write(Network network, LinkColumn? weights)
    {
        using var stream = new MemoryStream();
        EdgeList.Write(stream, network, weights);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static (Network Network, LinkColumn<double> Weights) Read(string text, int nodes, bool isDirected) =>
        EdgeList.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "ties.csv", nodes, isDirected);
}
