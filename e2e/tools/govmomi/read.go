package main

import (
	"context"
	"fmt"
	"net/url"
	"path"
	"sort"
	"strings"

	"github.com/vmware/govmomi"
	"github.com/vmware/govmomi/find"
	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/vim25"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"
)

// machine is a VM as the server describes it.
type machine struct {
	Name      string            `json:"name"`
	Folder    string            `json:"folder"`
	Template  bool              `json:"template"`
	PoweredOn bool              `json:"poweredOn"`
	CPUs      int32             `json:"cpus"`
	MemoryMiB int32             `json:"memoryMiB"`
	Disks     []disk            `json:"disks"`
	MACs      []string          `json:"macs"`
	Networks  []string          `json:"networks"`
	Pool      string            `json:"pool"`
	DiskUUID  bool              `json:"diskUuid"`
	Tags      []string          `json:"tags"`
	GuestInfo map[string]string `json:"guestInfo"`
}

// disk is one of a VM's, in the order of its devices.
type disk struct {
	GiB       int64  `json:"gib"`
	Datastore string `json:"datastore"`
	Thin      bool   `json:"thin"`
}

// holdings is what a datacenter holds.
type holdings struct {
	Machines []machine `json:"machines"`
	Rules    []rule    `json:"rules"`
}

func read(ctx context.Context, address, datacenter string) (*holdings, error) {
	where, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	client, err := govmomi.NewClient(ctx, where, true)
	if err != nil {
		return nil, err
	}
	defer func() { _ = client.Logout(ctx) }()
	labels, err := tagsManager(ctx, client)
	if err != nil {
		return nil, err
	}
	finder := find.NewFinder(client.Client)
	found, err := finder.Datacenter(ctx, datacenter)
	if err != nil {
		return nil, err
	}
	list, err := finder.SetDatacenter(found).VirtualMachineList(ctx, path.Join(found.InventoryPath, "vm", "..."))
	if err != nil {
		return nil, err
	}
	names := inventoryNames{client.Client, map[types.ManagedObjectReference]string{}}
	machines := make([]machine, 0, len(list))
	for _, each := range list {
		var vm mo.VirtualMachine
		if err := each.Properties(ctx, each.Reference(), []string{"config", "runtime", "network", "resourcePool"}, &vm); err != nil {
			return nil, err
		}
		described, err := describe(ctx, names, each, vm)
		if err != nil {
			return nil, err
		}
		if described.Tags, err = tagsOf(ctx, labels, each); err != nil {
			return nil, err
		}
		root := path.Join(found.InventoryPath, "vm")
		described.Folder = strings.TrimPrefix(strings.TrimPrefix(path.Dir(each.InventoryPath), root), "/")
		machines = append(machines, described)
	}
	sort.Slice(machines, func(a, b int) bool { return machines[a].Name < machines[b].Name })
	rules, err := rulesOf(ctx, finder, names)
	if err != nil {
		return nil, err
	}
	return &holdings{Machines: machines, Rules: rules}, nil
}

func describe(ctx context.Context, names inventoryNames, vm *object.VirtualMachine, state mo.VirtualMachine) (machine, error) {
	found := machine{
		Name:      state.Config.Name,
		Template:  state.Config.Template,
		PoweredOn: state.Runtime.PowerState == types.VirtualMachinePowerStatePoweredOn,
		CPUs:      state.Config.Hardware.NumCPU,
		MemoryMiB: state.Config.Hardware.MemoryMB,
		DiskUUID:  state.Config.Flags.DiskUuidEnabled != nil && *state.Config.Flags.DiskUuidEnabled,
		GuestInfo: map[string]string{},
	}
	for _, option := range state.Config.ExtraConfig {
		if value := option.GetOptionValue(); strings.HasPrefix(value.Key, "guestinfo.") {
			found.GuestInfo[value.Key], _ = value.Value.(string)
		}
	}
	for _, device := range object.VirtualDeviceList(state.Config.Hardware.Device) {
		switch device := device.(type) {
		case *types.VirtualDisk:
			described, err := describeDisk(ctx, names, device)
			if err != nil {
				return found, err
			}
			found.Disks = append(found.Disks, described)
		case types.BaseVirtualEthernetCard:
			found.MACs = append(found.MACs, device.GetVirtualEthernetCard().MacAddress)
		}
	}
	var err error
	if found.Networks, err = names.of(ctx, state.Network...); err != nil {
		return found, err
	}
	if state.ResourcePool != nil {
		pools, err := names.of(ctx, *state.ResourcePool)
		if err != nil {
			return found, err
		}
		found.Pool = pools[0]
	}
	return found, nil
}

func describeDisk(ctx context.Context, names inventoryNames, device *types.VirtualDisk) (disk, error) {
	backing, is := device.Backing.(*types.VirtualDiskFlatVer2BackingInfo)
	if !is || backing.Datastore == nil {
		return disk{}, fmt.Errorf("unexpected backing of a disk, got %T", device.Backing)
	}
	stores, err := names.of(ctx, *backing.Datastore)
	if err != nil {
		return disk{}, err
	}
	thin := backing.ThinProvisioned != nil && *backing.ThinProvisioned
	return disk{GiB: device.CapacityInKB >> 20, Datastore: stores[0], Thin: thin}, nil
}

// inventoryNames asks for the name of each object once.
type inventoryNames struct {
	client *vim25.Client
	known  map[types.ManagedObjectReference]string
}

func (names inventoryNames) of(ctx context.Context, objects ...types.ManagedObjectReference) ([]string, error) {
	found := make([]string, 0, len(objects))
	for _, reference := range objects {
		if _, known := names.known[reference]; !known {
			name, err := object.NewCommon(names.client, reference).ObjectName(ctx)
			if err != nil {
				return nil, err
			}
			names.known[reference] = name
		}
		found = append(found, names.known[reference])
	}
	sort.Strings(found)
	return found, nil
}
